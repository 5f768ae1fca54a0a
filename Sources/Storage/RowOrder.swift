/// The order of many row ids, found in about linear time: ids are keyed hashes, so their first bits
/// spread them evenly. Ids that somebody chose only make it slower.
public enum RowOrder {
  /// The indices of the ids, so that these ascend.
  public static func ascending(_ ids: [RowID]) -> [Int] {
    guard ids.count > 4096 else { return ids.indices.sorted { ids[$0] < ids[$1] } }
    var ends = [Int](repeating: 0, count: 1 << 16)
    for id in ids { ends[Int(id.high >> 48)] += 1 }
    var start = 0
    for bucket in ends.indices {
      let count = ends[bucket]
      ends[bucket] = start
      start += count
    }
    var order = [Int](repeating: 0, count: ids.count)
    for index in ids.indices {
      let bucket = Int(ids[index].high >> 48)
      order[ends[bucket]] = index
      ends[bucket] += 1
    }
    start = 0
    for end in ends {
      if end - start > 1 { order[start..<end].sort { ids[$0] < ids[$1] } }
      start = end
    }
    return order
  }
}
