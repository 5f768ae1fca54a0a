/// The named character references of HTML 5 that stand for a letter, a digit, an ASCII sign or an
/// invisible character, from the entity list of the HTML standard.
///
/// All other names stand for symbols, which separate words and nothing more. The names of
/// mathematical letters (`&Kfr;`, `&Kopf;`, `&Kscr;`) are read by rule.
enum ReferenceNames {
  /// The text that a name stands for, or nil if it stands for no letter, digit or ASCII sign.
  static func scalars(for name: String) -> [UInt32]? {
    if let known = table[name] { return known }
    for ending in ["fr", "opf", "scr"] where name.hasSuffix(ending) {
      let letter = name.dropLast(ending.count).unicodeScalars
      if letter.count == 1, let only = letter.first { return [only.value] }
    }
    return nil
  }

  /// Names that browsers also read without a semicolon.
  static let withoutSemicolon: Set<String> = Set(
    legacy.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let table: [String: [UInt32]] = {
    var table: [String: [UInt32]] = [:]
    for entry in packed.split(whereSeparator: \.isWhitespace) {
      let halves = entry.split(separator: ":")
      guard halves.count == 2 else { continue }
      table[String(halves[0])] = halves[1].split(separator: "+").compactMap {
        UInt32($0, radix: 16)
      }
    }
    return table
  }()

  private static let legacy = """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT
    Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN
    Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar
    ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34
    gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute
    ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1
    sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
    """

  // One entry is NAME:HEX, or NAME:HEX+HEX for two scalars.
  private static let packed = """
    AElig:C6 AMP:26 Aacute:C1 Abreve:102 Acirc:C2 Acy:410 Agrave:C0 Alpha:391 Amacr:100
    Aogon:104 ApplyFunction:2061 Aring:C5 Atilde:C3 Auml:C4 Bcy:411 Bernoullis:212C Beta:392
    CHcy:427 Cacute:106 CapitalDifferentialD:2145 Cayleys:212D Ccaron:10C Ccedil:C7 Ccirc:108
    Cdot:10A Chi:3A7 DD:2145 DJcy:402 DScy:405 DZcy:40F Dcaron:10E Dcy:414 Delta:394
    DiacriticalGrave:60 DifferentialD:2146 Dstrok:110 ENG:14A ETH:D0 Eacute:C9 Ecaron:11A
    Ecirc:CA Ecy:42D Edot:116 Egrave:C8 Emacr:112 Eogon:118 Epsilon:395 Eta:397 Euml:CB
    ExponentialE:2147 Fcy:424 Fouriertrf:2131 GJcy:403 GT:3E Gamma:393 Gammad:3DC Gbreve:11E
    Gcedil:122 Gcirc:11C Gcy:413 Gdot:120 HARDcy:42A Hacek:2C7 Hat:5E Hcirc:124
    HilbertSpace:210B Hstrok:126 IEcy:415 IJlig:132 IOcy:401 Iacute:CD Icirc:CE Icy:418 Idot:130
    Igrave:CC Im:2111 Imacr:12A ImaginaryI:2148 InvisibleComma:2063 InvisibleTimes:2062
    Iogon:12E Iota:399 Itilde:128 Iukcy:406 Iuml:CF Jcirc:134 Jcy:419 Jsercy:408 Jukcy:404
    KHcy:425 KJcy:40C Kappa:39A Kcedil:136 Kcy:41A LJcy:409 LT:3C Lacute:139 Lambda:39B
    Laplacetrf:2112 Lcaron:13D Lcedil:13B Lcy:41B Lmidot:13F Lstrok:141 Mcy:41C Mellintrf:2133
    Mu:39C NJcy:40A Nacute:143 Ncaron:147 Ncedil:145 Ncy:41D NegativeMediumSpace:200B
    NegativeThickSpace:200B NegativeThinSpace:200B NegativeVeryThinSpace:200B NewLine:A
    NoBreak:2060 NonBreakingSpace:A0 Ntilde:D1 Nu:39D OElig:152 Oacute:D3 Ocirc:D4 Ocy:41E
    Odblac:150 Ograve:D2 Omacr:14C Omega:3A9 Omicron:39F Oslash:D8 Otilde:D5 Ouml:D6 Pcy:41F
    Phi:3A6 Pi:3A0 Poincareplane:210C Psi:3A8 QUOT:22 Racute:154 Rcaron:158 Rcedil:156 Rcy:420
    Re:211C Rho:3A1 SHCHcy:429 SHcy:428 SOFTcy:42C Sacute:15A Scaron:160 Scedil:15E Scirc:15C
    Scy:421 Sigma:3A3 THORN:DE TSHcy:40B TScy:426 Tab:9 Tau:3A4 Tcaron:164 Tcedil:162 Tcy:422
    Theta:398 Tstrok:166 Uacute:DA Ubrcy:40E Ubreve:16C Ucirc:DB Ucy:423 Udblac:170 Ugrave:D9
    Umacr:16A UnderBar:5F Uogon:172 Upsi:3D2 Upsilon:3A5 Uring:16E Utilde:168 Uuml:DC Vcy:412
    VerticalLine:7C Wcirc:174 Xi:39E YAcy:42F YIcy:407 YUcy:42E Yacute:DD Ycirc:176 Ycy:42B
    Yuml:178 ZHcy:416 Zacute:179 Zcaron:17D Zcy:417 Zdot:17B ZeroWidthSpace:200B Zeta:396
    aacute:E1 abreve:103 acirc:E2 acy:430 aelig:E6 af:2061 agrave:E0 alefsym:2135 aleph:2135
    alpha:3B1 amacr:101 amp:26 angst:C5 aogon:105 apos:27 aring:E5 ast:2A atilde:E3 auml:E4
    bcy:431 bernou:212C beta:3B2 beth:2136 bsol:5C cacute:107 caron:2C7 ccaron:10D ccedil:E7
    ccirc:109 cdot:10B chcy:447 chi:3C7 circ:2C6 colon:3A comma:2C commat:40 complexes:2102
    daleth:2138 dcaron:10F dcy:434 dd:2146 delta:3B4 digamma:3DD djcy:452 dollar:24 dscy:455
    dstrok:111 dzcy:45F eacute:E9 ecaron:11B ecirc:EA ecy:44D edot:117 ee:2147 egrave:E8
    ell:2113 emacr:113 eng:14B eogon:119 epsi:3B5 epsilon:3B5 epsiv:3F5 equals:3D eta:3B7 eth:F0
    euml:EB excl:21 expectation:2130 exponentiale:2147 fcy:444 ffilig:FB03 fflig:FB00
    ffllig:FB04 filig:FB01 fjlig:66+6A fllig:FB02 fnof:192 frac12:BD frac13:2153 frac14:BC
    frac15:2155 frac16:2159 frac18:215B frac23:2154 frac25:2156 frac34:BE frac35:2157
    frac38:215C frac45:2158 frac56:215A frac58:215D frac78:215E gacute:1F5 gamma:3B3 gammad:3DD
    gbreve:11F gcirc:11D gcy:433 gdot:121 gimel:2137 gjcy:453 grave:60 gt:3E half:BD hamilt:210B
    hardcy:44A hbar:210F hcirc:125 hslash:210F hstrok:127 iacute:ED ic:2063 icirc:EE icy:438
    iecy:435 igrave:EC ii:2148 ijlig:133 imacr:12B image:2111 imagline:2110 imagpart:2111
    imath:131 imped:1B5 inodot:131 integers:2124 iocy:451 iogon:12F iota:3B9 it:2062 itilde:129
    iukcy:456 iuml:EF jcirc:135 jcy:439 jmath:237 jsercy:458 jukcy:454 kappa:3BA kappav:3F0
    kcedil:137 kcy:43A kgreen:138 khcy:445 kjcy:45C lacute:13A lagran:2112 lambda:3BB lbrace:7B
    lbrack:5B lcaron:13E lcedil:13C lcub:7B lcy:43B ljcy:459 lmidot:140 lowbar:5F lpar:28
    lrm:200E lsqb:5B lstrok:142 lt:3C mcy:43C micro:B5 midast:2A mu:3BC nacute:144 napos:149
    naturals:2115 nbsp:A0 ncaron:148 ncedil:146 ncy:43D njcy:45A ntilde:F1 nu:3BD num:23
    oacute:F3 ocirc:F4 ocy:43E odblac:151 oelig:153 ograve:F2 ohm:3A9 omacr:14D omega:3C9
    omicron:3BF order:2134 orderof:2134 ordf:AA ordm:BA oslash:F8 otilde:F5 ouml:F6 pcy:43F
    percnt:25 period:2E phi:3C6 phiv:3D5 phmmat:2133 pi:3C0 piv:3D6 planck:210F planckh:210E
    plankv:210F plus:2B primes:2119 psi:3C8 quaternions:210D quest:3F quot:22 racute:155
    rationals:211A rbrace:7D rbrack:5D rcaron:159 rcedil:157 rcub:7D rcy:440 real:211C
    realine:211B realpart:211C reals:211D rho:3C1 rhov:3F1 rlm:200F rpar:29 rsqb:5D sacute:15B
    scaron:161 scedil:15F scirc:15D scy:441 semi:3B shchcy:449 shcy:448 shy:AD sigma:3C3
    sigmaf:3C2 sigmav:3C2 softcy:44C sol:2F straightepsilon:3F5 straightphi:3D5 sup1:B9 sup2:B2
    sup3:B3 szlig:DF tau:3C4 tcaron:165 tcedil:163 tcy:442 theta:3B8 thetasym:3D1 thetav:3D1
    thorn:FE tscy:446 tshcy:45B tstrok:167 uacute:FA ubrcy:45E ubreve:16D ucirc:FB ucy:443
    udblac:171 ugrave:F9 umacr:16B uogon:173 upsi:3C5 upsih:3D2 upsilon:3C5 uring:16F utilde:169
    uuml:FC varepsilon:3F5 varkappa:3F0 varphi:3D5 varpi:3D6 varrho:3F1 varsigma:3C2
    vartheta:3D1 vcy:432 verbar:7C vert:7C wcirc:175 xi:3BE yacute:FD yacy:44F ycirc:177 ycy:44B
    yicy:457 yucy:44E yuml:FF zacute:17A zcaron:17E zcy:437 zdot:17C zeetrf:2128 zeta:3B6
    zhcy:436 zwj:200D zwnj:200C
    """
}
