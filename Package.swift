// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target.
let strict: [SwiftSetting] = [
  // A protocol type must be written `any P`, so that a dynamic call is seen.
  .enableUpcomingFeature("ExistentialAny"),
  // What a target imports stays its own unless it says `public import`.
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A member is visible only where its module is imported.
  .enableUpcomingFeature("MemberImportVisibility"),
  // Every unsafe expression is marked; outside Sealing there should be none.
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The targets that search texts are optimised in debug builds, too, where `make` asks for it: the
/// tests search much. A package that depends on this one never sees the flag.
let searching: [SwiftSetting] =
  Context.environment["EVAULT_OPTIMISED"] == nil
  ? strict : strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "evidence-vault",
  products: [
    .library(name: "EvidenceVault", targets: ["EvidenceVault"]),
    .executable(name: "evault", targets: ["evault"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Sealing", dependencies: ["CSodium", "CCrypto"], swiftSettings: strict),
    .target(name: "Anonymity", dependencies: [yams], swiftSettings: searching),
    .target(name: "Screen", swiftSettings: searching),
    .target(name: "Storage", swiftSettings: strict),
    .target(name: "SQLiteStore", dependencies: ["Storage", grdb], swiftSettings: strict),
    .target(
      name: "BuiltInPolicies", path: "Vault/Policies",
      resources: [
        .embedInCode("internal.yaml"), .embedInCode("editor.yaml"),
        .embedInCode("public.yaml"), .embedInCode("court.yaml"),
      ],
      swiftSettings: strict),
    .target(
      name: "EvidenceVault",
      dependencies: ["Sealing", "Anonymity", "Screen", "Storage", "BuiltInPolicies", yams],
      swiftSettings: strict),
    .executableTarget(
      name: "evault",
      dependencies: [
        "Sealing", "Anonymity", "Screen", "Storage", "SQLiteStore", "EvidenceVault",
        argumentParser,
      ],
      swiftSettings: strict),

    .target(
      name: "PseudoTerminal", path: "Tests/PseudoTerminal", swiftSettings: strict),
    .testTarget(
      name: "SealingTests", dependencies: ["Sealing", "PseudoTerminal"], swiftSettings: strict),
    .testTarget(
      name: "AnonymityTests", dependencies: ["Anonymity", "BuiltInPolicies"],
      swiftSettings: strict),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: strict),
    .target(
      name: "StoreContract", dependencies: ["Storage"], path: "Tests/StoreContract",
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests", dependencies: ["Storage", "StoreContract"], swiftSettings: strict),
    .testTarget(
      name: "SQLiteStoreTests", dependencies: ["SQLiteStore", "Storage", "StoreContract", grdb],
      swiftSettings: strict),
    .testTarget(
      name: "EvidenceVaultTests",
      dependencies: [
        "EvidenceVault", "Sealing", "Anonymity", "Screen", "Storage", "SQLiteStore", yams,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "evaultTests",
      dependencies: ["evault", "EvidenceVault", "Sealing", "Storage", argumentParser],
      swiftSettings: strict),
    // Depends on evault so that `swift test` builds the program that the sessions run.
    .testTarget(
      name: "Transcripts", dependencies: ["evault", "PseudoTerminal"], exclude: ["Sessions"],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["EvidenceVault", "Sealing", "Anonymity", "Screen", "Storage", "SQLiteStore"],
      path: "Tests/Benchmarks", swiftSettings: strict),
    .executableTarget(
      name: "AnonymityBench", dependencies: ["Anonymity", "Sealing"], path: "Tests/AnonymityBench",
      exclude: ["Gold"], swiftSettings: strict),
    .executableTarget(
      name: "NameFuzz", dependencies: ["EvidenceVault", "Anonymity", "Screen"],
      path: "Tests/NameFuzz", swiftSettings: strict),
    .executableTarget(
      name: "ProofFuzz", dependencies: ["EvidenceVault", "Anonymity", "Screen", "Sealing"],
      path: "Tests/ProofFuzz", swiftSettings: strict),
    .executableTarget(
      name: "ParserFuzz",
      dependencies: ["EvidenceVault", "Anonymity", "Screen", "Sealing", "Storage"],
      path: "Tests/ParserFuzz", swiftSettings: strict),
    // Fills vaults and holds databases for the scripts beside it.
    .executableTarget(
      name: "regimens", dependencies: ["EvidenceVault", "Sealing", "Storage", "SQLiteStore"],
      path: "Tests/Regimens/Tool", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
