import Foundation

/// What the process used.
enum Resources {
  /// CPU seconds of this process, all threads.
  static var cpuSeconds: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  /// Seconds for measuring short work of one thread: of CPU where that clock is fine enough, else of the wall.
  ///
  /// Some virtual machines count CPU time in ticks of milliseconds.
  static var seconds: Double { cpuClockIsFine ? cpuSeconds : read(CLOCK_MONOTONIC) }

  /// Which clock ``seconds`` reads.
  static var clockName: String { cpuClockIsFine ? "CPU seconds" : "wall seconds (the CPU clock here is too coarse)" }

  private static let cpuClockIsFine: Bool = {
    let start = cpuSeconds
    while cpuSeconds == start {}
    let step = cpuSeconds
    while cpuSeconds == step {}
    return cpuSeconds - step < 0.0001
  }()

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Resident memory now and at its peak since ``resetPeak()``, in bytes.
  ///
  /// From `/proc` where there is one: `ru_maxrss` of a child starts at what its parent had.
  static var memory: (now: Int, peak: Int) {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      var usage = rusage()
      #if canImport(Darwin)
        unsafe getrusage(RUSAGE_SELF, &usage)
      #endif
      return (usage.ru_maxrss, usage.ru_maxrss)
    }
    func kilobytes(_ key: String) -> Int {
      for line in status.split(separator: "\n") where line.hasPrefix(key) {
        return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
      }
      return 0
    }
    return (kilobytes("VmRSS:") * 1024, kilobytes("VmHWM:") * 1024)
  }

  /// Starts counting the peak anew.
  static func resetPeak() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))
    try? file.close()
  }

  /// Lets the process die when it runs away.
  static func limit(cpuSeconds: Int, memory: Int? = nil) {
    var limit = rlimit(rlim_cur: rlim_t(cpuSeconds), rlim_max: rlim_t(cpuSeconds + 5))
    #if canImport(Glibc)
      unsafe setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
      if let memory {
        limit = rlimit(rlim_cur: rlim_t(memory), rlim_max: rlim_t(memory))
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
      }
    #else
      unsafe setrlimit(RLIMIT_CPU, &limit)
    #endif
  }
}

/// This program, run again in a process of its own.
struct Child {
  /// What it wrote to standard output.
  var output: String
  /// What it wrote to standard error, when asked for.
  var errors: String
  /// Its exit code, or nil when it was killed.
  var exitCode: Int?

  var isFine: Bool { exitCode == 0 }

  /// Runs this program with other arguments and waits for it.
  static func run(_ arguments: [String], below launcher: [String] = [], keepingErrors: Bool = false) throws -> Child {
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let words = launcher + [program] + arguments
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let output = Pipe()
    process.standardOutput = output
    let errors = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString).txt")
    if keepingErrors {
      _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
      process.standardError = try FileHandle(forWritingTo: errors)
    } else {
      process.standardError = FileHandle.nullDevice
    }
    // A crash shall end at once, without a backtrace.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var errorText = ""
    if keepingErrors {
      errorText = String(decoding: (try? Data(contentsOf: errors)) ?? Data(), as: UTF8.self)
      try? FileManager.default.removeItem(at: errors)
    }
    return Child(
      output: String(decoding: data, as: UTF8.self), errors: errorText,
      exitCode: process.terminationReason == .exit ? Int(process.terminationStatus) : nil)
  }
}
