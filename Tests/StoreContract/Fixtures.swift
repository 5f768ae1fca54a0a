import Storage

/// An id that sorts as its number does, from 0 to 255.
func id(_ number: UInt8) -> RowID {
  RowID(high: UInt64(number) << 56, low: 7)
}

/// Many different ids in no order, the same at each run.
func scattered(_ count: Int, from start: Int = 0) -> [RowID] {
  (start..<start + count).map { number in
    // Odd multipliers permute the 64-bit numbers.
    RowID(
      high: UInt64(number) &* 0x9E37_79B9_7F4A_7C15, low: UInt64(number) &* 0xC2B2_AE3D_27D4_EB4F)
  }
}

/// A leaf's key that sorts as its bytes do.
func key(_ bytes: UInt8...) -> [UInt8] {
  bytes + [UInt8](repeating: 0, count: LeafRow.keySize - bytes.count)
}

/// An error that no store knows.
struct Interruption: Error {}
