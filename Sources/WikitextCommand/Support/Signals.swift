import Dispatch
import Synchronization

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
  private static func end(by number: Int32) -> Never {
    _ = signal(number, SIG_DFL)
    // Dispatch's threads block the signals that it catches.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    _ = kill(getpid(), number)
    _exit(128 + number)
  }

  // MARK: - Temporary files

  /// Files that an interrupt, a hangup or a request to terminate must not leave behind.
  private static let temporaryFiles = Mutex<Set<String>>([])

  /// What catches these signals, once there was a temporary file. A signal that the process was started to ignore
  /// stays ignored, as `nohup` wants it.
  private static let sources: Mutex<[any DispatchSourceSignal]> = {
    let sources: [any DispatchSourceSignal] = [SIGINT, SIGHUP, SIGTERM].compactMap { number in
      var former = sigaction()
      guard unsafe sigaction(number, nil, &former) == 0, !isIgnored(former) else { return nil }
      #if canImport(Darwin)
        // Here a source only watches; what else the signal does must be nothing.
        _ = signal(number, SIG_IGN)
      #endif
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        temporaryFiles.withLock { for path in $0 { _ = unsafe unlink(path) } }
        end(by: number)
      }
      // A source catches nothing until it is registered, which happens on another thread: a signal that came before
      // would be lost, or would end the process with the temporary file in place.
      let isRegistered = DispatchSemaphore(value: 0)
      source.setRegistrationHandler { isRegistered.signal() }
      source.resume()
      isRegistered.wait()
      return source
    }
    return Mutex(sources)
  }()

  /// From now on, the file at `path` goes when the process is told to end. To be called before it is created.
  static func addTemporaryFile(_ path: String) {
    temporaryFiles.withLock { _ = $0.insert(path) }
    sources.withLock { _ in }
  }

  /// From now on, the file at `path` stays.
  static func removeTemporaryFile(_ path: String) {
    temporaryFiles.withLock { _ = $0.remove(path) }
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
