import Testing

/// A harness that passes everything would show nothing.
@Suite struct HarnessTests {
  @Test(arguments: [
    "$ echo one\ntwo", "$ echo one\none\n? 3", "$ false", "$ echo one\none\ntwo",
    "$ sh -c 'echo oops >&2'\noops", "$ echo T-AB\nT-{a}\n$ echo T-CD\nT-{a}", "$ echo one\n",
    "% sh -c 'printf \"Name: \"; read x; echo \"Hello $x\"'\nName:\n< anna\nHello boris",
    "$ tty\n/dev/pts/…",
  ])
  func `a session that goes otherwise is reported`(text: String) async throws {
    #expect(try await differences(in: Transcript(text)).count == 1)
  }

  @Test(arguments: [
    "# A comment.\n$ echo one\none\n\n",
    "$ sh -c 'echo out; echo err >&2; exit 3'\nout\n! err\n? 3",
    "$ echo T-AB9\nT-{a}\n$ echo x T-{a}\nx T-AB9", "$ printf 'a\\nb\\nc\\n'\na\n…\nc",
    "$ echo 2026-01-02 done\n… done", "$ cat\n< in\nin", "$ X=1 sh -c 'echo $X'\n1",
    "$ export Y=2\n$ sh -c 'echo $Y'\n2", "$ cat d/letter\nhello\n\n-- d/letter --\nhello\n",
    "$ kill -9 0\n? 137", "$ sh -c 'echo x >/dev/tty'\n! …\n? 2",
    "% sh -c 'test -t 0 && test -t 1 && test -t 2 && echo x >/dev/tty'\nx",
    "% sh -c 'stty -echo; printf \"Word: \"; read x; stty echo; echo; echo \"Got $x\"'\nWord:\n< 단어\nGot 단어",
    "% sh -c 'echo ready; sleep 60'\nready\n< ^C\n^C\n? 130",
  ])
  func `a session that goes as it says passes`(text: String) async throws {
    #expect(try await differences(in: Transcript(text)) == [])
  }
}
