import ArgumentParser
@main struct WikitextCommand: ParsableCommand {}
