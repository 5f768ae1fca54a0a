/// The policies that come with the program, as the YAML they were written in.
public enum BuiltInPolicies {
  /// Their names, in the order in which they are shown.
  public static let names = ["internal", "editor", "public", "court"]

  /// The YAML of a policy, comments included; `nil` when no built-in policy has that name.
  public static func yaml(named name: String) -> String? {
    switch name {
    case "internal": String(decoding: PackageResources.internal_yaml, as: UTF8.self)
    case "editor": String(decoding: PackageResources.editor_yaml, as: UTF8.self)
    case "public": String(decoding: PackageResources.public_yaml, as: UTF8.self)
    case "court": String(decoding: PackageResources.court_yaml, as: UTF8.self)
    default: nil
    }
  }
}
