import Testing

@testable import Anonymity

@Suite struct ContactFormsTests {
  @Test(arguments: [
    "minsu.kim@example.com", "minsu.kim (at) example (dot) com", "minsu.kim[at]example[.]com",
    "minsu.kim собака example точка com", "minsu.kim 골뱅이 example 점 com", "minsu.kim골뱅이example닷com",
    "minsu.kim ＠ example . com", "minsu.kim%40example.com", "minsu.kim&#64;example.com",
    "minsu.kim&commat;example.com", "minsu dot kim at example dot com",
    "minsu.kim@example точка com",
    "minsu точка kim собака example точка com", "minsu.kim艾特example点com", "minsu.kimATexample.com",
    "minsu.kim{at}example{dot}com", "minsu.kim_at_example.com",
    "minsu.kim собака\nexample точка com",
    "\"minsu.kim\"@example.com", "minsu.kimアットexample.com",
  ])
  func `an address is found however its signs are spelled`(_ written: String) {
    for listed in [
      "minsu.kim@example.com", "mailto:minsu.kim@example.com", "<minsu.kim@example.com>",
    ] {
      let known = Known(listed, kind: .email)
      #expect(known.redacted("пишите \(written), да").hasSuffix("[], да"), "\(listed)")
    }
  }

  @Test func `a tag of an address hides nothing`() {
    let known = Known([("minsu89+case@example.com", .email)])
    #expect(known.redacted("to minsu89@example.com now") == "to [] now")
    #expect(known.redacted("to minsu89 at example dot com now") == "to [] now")
    #expect(!Known("minsu1989@example.com", kind: .email).found("minsu1989+x@example.com").isEmpty)
    #expect(Known("info@example.com", kind: .email).found("for info on example, see").isEmpty)
    #expect(Known("minsu1989@example.com", kind: .email).found("Minsu, 1989").isEmpty)
  }

  @Test func `a well-known host is found as it is said`() {
    #expect(!Known("pavel@yandex.ru", kind: .email).found("pavel собака яндекс точка ру").isEmpty)
    #expect(!Known("minsu@naver.com", kind: .email).found("minsu 골뱅이 네이버 닷컴으로").isEmpty)
  }

  @Test(arguments: [
    ("138 0013 8000", "+8613800138000"), ("+86 138 0013 8000", "13800138000"),
    ("+850 2 381 4410", "02-381-4410"), ("850-2-381-4410", "+850 (0)2 381-4410"),
    ("850-191-234-5678", "0191-234-5678"), ("010-1234-5678", "00700-82-10-1234-5678"),
    ("010-1234-5678", "+82 (0)10 1234 5678"), ("010-1234-5678", "010.1234.5678"),
    ("8 (914) 555-01-23 доб. 12", "+7 914 5550123"),
    ("+7 914 555-01-23 (WhatsApp)", "8-10-7-914-555-01-23"),
    ("тел.: 8 914 555 01 23", "(914) 555-01-23"), ("010-1234-5678, 02-765-4321", "+82 2 765 4321"),
    ("010-1234-5678 / 02-765-4321", "82-10-1234-5678"), ("+44 20 7946 0958", "(020) 7946 0958"),
    ("+1 (212) 555-0123 x45", "212.555.0123"),
  ])
  func `a phone is found by its national digits`(_ listed: String, _ written: String) {
    #expect(Known(listed, kind: .phone).redacted("звонил \(written); да") == "звонил []; да")
  }

  @Test func `digits of another number are left alone`() {
    let known = Known("138 0013 8000", kind: .phone)
    #expect(known.found("213800138000 and 138001380001 and 13800-13").isEmpty)
    #expect(Known("8 914 555-01-23 доб. 12", kind: .phone).found("доб. 12").isEmpty)
  }

  @Test func `a number and an address are found inside words about them`() {
    let known = Known([
      ("Signal +7 914 555-01-23, never on Fridays; or minsu.kim@example.com", .contact)
    ])
    #expect(known.redacted("call 8 914 5550123!") == "call []!")
    #expect(known.redacted("mail minsu.kim at example dot com!") == "mail []!")
    #expect(known.found("Signal was never on").isEmpty)
    #expect(
      Known("through @mikyung on Fridays", kind: .contact).found("through at mikyung").isEmpty)
  }
}
