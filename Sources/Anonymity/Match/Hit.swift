/// One pattern that stands at a place of a text.
struct Hit {
  let range: Range<Int>
  let identifier: Int
  /// See ``Match/isTitled``.
  var isTitled = false
  /// See ``Match/doubtful``.
  var isDoubtful = false
  /// See ``Match/anothers``.
  var isAnothers = false
}
