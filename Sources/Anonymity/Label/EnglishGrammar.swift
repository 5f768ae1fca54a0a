/// "a" or "an", by the first letter of the words that follow.
///
/// The nouns of labels and of withheld things are spelled as they sound, except "uncle" and its
/// like, which are vowels anyway, and numerals, which `englishOrdinal` writes.
func indefiniteArticle(before words: String) -> String {
  guard let first = words.lowercased().unicodeScalars.first else { return "a" }
  if "aeiou".unicodeScalars.contains(first) { return "an" }
  // 8th, 11th, 18th, 80th are said with a vowel first.
  let digits = words.prefix { $0.isASCII && $0.isNumber }
  return digits.first == "8" || digits == "11" || digits == "18" ? "an" : "a"
}

/// "second", "third" … "tenth", then "11th", "21st".
func englishOrdinal(_ number: Int) -> String {
  let words = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]
  if (1...words.count).contains(number) { return words[number - 1] }
  if (11...13).contains(number % 100) { return "\(number)th" }
  switch number % 10 {
  case 1: return "\(number)st"
  case 2: return "\(number)nd"
  case 3: return "\(number)rd"
  default: return "\(number)th"
  }
}

/// The text with its first letter raised; a bracket or quote before it is passed over.
func capitalised(_ text: String) -> String {
  guard let place = text.firstIndex(where: \.isLetter) else { return text }
  return text[..<place] + text[place].uppercased() + text[text.index(after: place)...]
}
