import Testing

@testable import Anonymity

@Suite struct AddressDetectorTests {
  @Test func `an address is found between letters of another script`() {
    #expect(found(.email, "메일은unha.letters@example.org로 보내") == ["unha.letters@example.org"])
    #expect(found(.email, "Write to cook@example.org. Then wait.") == ["cook@example.org"])
    #expect(found(.email, "Пишите: cook@example.org.") == ["cook@example.org"])
    #expect(found(.email, "<rihua.cui@example.org>,") == ["rihua.cui@example.org"])
  }

  @Test func `a handle is found, also with a letter of another alphabet in it`() {
    #expect(found(.handle, "write to @nikolаich_sakh.") == ["@nikolаich_sakh"])
    #expect(found(.handle, "a @ b").isEmpty)
  }

  @Test(arguments: [
    "Telegram: chol89", "카톡 아이디 chol89", "微信号：chol89", "мой вайбер chol89", "LINE ID chol89",
    "WeChat chol_89",
  ])
  func `a name on a messenger is found by the messenger`(text: String) {
    #expect(found(.handle, text).count == 1)
  }

  @Test func `a line of a text is no messenger`() {
    #expect(found(.handle, "the line breaks here and the signal stops").isEmpty)
  }

  @Test func `a URL ends before the punctuation of the sentence`() {
    #expect(found(.url, "see https://example.org/a?b=1.") == ["https://example.org/a?b=1"])
    #expect(found(.url, "at t.me/chol89, or") == ["t.me/chol89"])
    #expect(found(.url, "www.example.org를") == ["www.example.org"])
  }
}
