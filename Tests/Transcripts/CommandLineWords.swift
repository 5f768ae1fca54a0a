/// Splits a command line as a shell does: blanks, single and double quotes, nothing else.
func commandLineWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  for character in line {
    if let open = quote {
      if character == open { quote = nil } else { word = (word ?? "") + String(character) }
    } else if character == "'" || character == "\"" {
      quote = character
      word = word ?? ""
    } else if character == " " {
      if let done = word { words.append(done) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  precondition(quote == nil, "a quote is not closed: \(line)")
  if let done = word { words.append(done) }
  return words
}
