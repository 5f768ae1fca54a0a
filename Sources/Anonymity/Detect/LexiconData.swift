/// All word lists with their tags. Words are in small letters; `*` stands for up to three more.
enum LexiconData {
  static let lists: [(Tags, [String])] =
    english + korean + chinese + russian + japanese + names
}
