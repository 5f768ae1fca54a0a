/// English and Russian words for numbers, in the forms in which they count.
enum NumberWords {
  static let values: [String: Int] = {
    var out: [String: Int] = [:]
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: " ")
      guard let value = Int(cells[0]) else { continue }
      for word in cells.dropFirst() { out[String(word)] = value }
    }
    return out
  }()

  private static let table = """
    1 one один одна одно одного одной одну одному одним
    2 two couple два две двух двум двумя двое двоих
    3 three три трёх трех трём трем тремя трое троих
    4 four четыре четырёх четырех четырём четырем четверо четверых
    5 five пять пяти пятью пятеро пятерых
    6 six шесть шести шестью шестеро
    7 seven семь семи семью семеро
    8 eight восемь восьми восемью
    9 nine девять девяти девятью
    10 ten десять десяти десятью
    11 eleven одиннадцать одиннадцати
    12 twelve dozen двенадцать двенадцати дюжина
    13 thirteen тринадцать тринадцати
    14 fourteen четырнадцать четырнадцати
    15 fifteen пятнадцать пятнадцати
    16 sixteen шестнадцать шестнадцати
    17 seventeen семнадцать семнадцати
    18 eighteen восемнадцать восемнадцати
    19 nineteen девятнадцать девятнадцати
    20 twenty двадцать двадцати двадцатью
    30 thirty тридцать тридцати тридцатью
    40 forty сорок сорока
    50 fifty пятьдесят пятидесяти
    60 sixty шестьдесят шестидесяти
    70 seventy семьдесят семидесяти
    80 eighty восемьдесят восьмидесяти
    90 ninety девяносто девяноста
    100 hundred сто ста
    200 двести двухсот
    300 триста трёхсот трехсот
    400 четыреста четырёхсот
    500 пятьсот пятисот
    600 шестьсот шестисот
    700 семьсот семисот
    800 восемьсот восьмисот
    900 девятьсот девятисот
    1000 thousand тысяча тысячи тысяч тысячу
    1000000 million миллион миллиона миллионов
    """
}
