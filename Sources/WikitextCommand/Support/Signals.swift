import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the command does about signals.
enum Signals {
  /// Lets writes to a pipe that nobody reads fail instead of ending the process at once, temporary files and all.
  static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Ends the process as SIGPIPE would have.
  static func endByBrokenPipe() -> Never {
    end(by: SIGPIPE)
  }

  /// Ends the process by a signal that it caught or ignored.
  static func end(by number: Int32) -> Never {
    _ = signal(number, SIG_DFL)
    _ = kill(getpid(), number)
    _exit(128 + number)
  }

  /// Runs `cleanUp` before the process ends by an interrupt, a hangup or a request to terminate, until the sources
  /// returned are given up. A signal that the process was started to ignore stays ignored, as `nohup` wants it.
  static func onTermination(_ cleanUp: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
    [SIGINT, SIGHUP, SIGTERM].compactMap { number in
      var former = sigaction()
      guard unsafe sigaction(number, nil, &former) == 0, !isIgnored(former) else { return nil }
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cleanUp()
        end(by: number)
      }
      source.resume()
      return source
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = unsafe action.__sigaction_u.__sa_handler
    #else
      let handler = unsafe action.__sigaction_handler.sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
