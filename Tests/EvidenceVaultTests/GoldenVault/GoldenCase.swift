import EvidenceVault
import Foundation
import Sealing
import Synchronization

/// The invented people, texts and passphrases of the golden vault.
enum GoldenCase {
  /// A member and the passphrase that is published with the vault.
  struct Member: Sendable {
    let handle: String
    let passphrase: String
  }

  static let founder = Member(handle: "river", passphrase: "dubok-linas-rotem-vagil")
  static let editor = Member(handle: "stone", passphrase: "pazor-memik-tudan-hobel")
  static let intake = Member(handle: "heron", passphrase: "kifun-sotar-belim-nazud")
  static let departed = Member(handle: "willow", passphrase: "golit-rabem-durok-sivan")

  static let remaining = [founder, editor, intake]

  static let sources = [
    """
    names: ["박도윤", "Pak To-yun"]
    aliases: ["도윤 형"]
    describe_as: {en: defector, ko: 탈북민, ru: перебежчик}
    born: 1984-11-05
    phones: ["+7 914 000-41-17"]
    places: [{name: Artyom, relation: workplace}]
    employers: [{name: "Северный Мост", generalise: "a road construction company"}]
    relatives:
      - {relation: mother, names: ["리옥분", "Ri Ok-pun"]}
      - {relation: brother, names: ["박도식"]}
    contact: "a letter to the bakery on the corner, never by telephone"
    consent: {audiences: [desk, public], withhold: [employer], conditions: ["mother has moved"]}
    """,
    """
    names: ["Marta Okonjo"]
    aliases: ["Aunt M."]
    describe_as: {en: trader}
    emails: ["m.okonjo@example.org"]
    documents: [{kind: permit, number: "ZX-4410927"}]
    consent: {audiences: [desk]}
    """,
    """
    names: ["Вадим Ракитин", "Vadim Rakitin"]
    describe_as: {en: official, ru: чиновник}
    phones: ["+7 900 000-77-10"]
    consent: {audiences: [desk, public], not_before: 2020-01-01, expires: 2090-01-01}
    """,
  ]

  static let testimonies = [
    """
    ---
    title: 박도윤이 본 다리 공사
    date: 2024-02-11
    language: ko
    ---
    박도윤은 겨울에 다리를 놓았다. 도윤 형의 어머니 리옥분은 편지를 받지 못했다.

    감독은 일지를 태웠다. 전화는 +7 914 000-41-17 하나뿐이었다.

    """,
    """
    ---
    title: What Marta Okonjo saw at the market
    language: en
    ---
    Marta Okonjo sold cloth at the third gate. She paid two men every Friday.

    Her permit, ZX-4410927, was taken in March. Pak To-yun carried her last bale home.

    """,
    """
    ---
    title: Рассказ о складе
    date: 2023-10
    language: ru
    ---
    Вадим Ракитин открыл склад ночью. Машин было девять.

    Потом позвонили: +7 900 000-77-10. Никто не ответил.

    """,
  ]

  /// What the member with the right `intake` alone has handed in.
  static let drop = (
    testimony: "The gate was locked from outside. Ilse Varga counted forty beds.\n",
    source: "names: [\"Ilse Varga\"]\nconsent: {audiences: [desk]}\n"
  )

  static let note = "Compare with the market testimony: the same Friday."
}

/// The files under Vault/Vectors/format-1.
enum GoldenFiles {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Vault/Vectors/format-1").standardized

  static var vault: URL { directory.appending(path: "vault") }
  static var database: URL { vault.appending(path: "vault.sqlite") }
  static var expected: URL { directory.appending(path: "expected.json") }
  static var passphrases: URL { directory.appending(path: "passphrases.txt") }
  static var pins: URL { directory.appending(path: "pins") }

  /// The published passphrase of each member.
  static func members() throws -> [GoldenCase.Member] {
    try String(contentsOf: passphrases, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let words = line.split(separator: " ")
        return GoldenCase.Member(handle: String(words[0]), passphrase: String(words[1]))
      }
  }

  /// A new directory with a copy of vault and pins; the caller removes it.
  static func copy(
    into parent: URL = FileManager.default.temporaryDirectory
  ) throws -> URL {
    let place = parent.appending(path: "golden-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for part in [vault, pins] {
      try FileManager.default.copyItem(at: part, to: place.appending(path: part.lastPathComponent))
    }
    return place
  }
}

/// A clock that goes on by a minute with each look.
final class SteppingClock: Sendable {
  private let seconds: Mutex<UInt64>

  /// - Parameter start: seconds since 1970 of the first look.
  init(start: UInt64) { seconds = Mutex(start) }

  func now() -> UInt64 {
    seconds.withLock { seconds in
      defer { seconds += 60 }
      return seconds
    }
  }
}
