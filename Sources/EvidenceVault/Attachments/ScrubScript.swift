/// What runs in the sandbox, in Python because mat2 is a Python library; its argument is the file.
///
/// Prints `ready`, then a ``ScrubReport`` on one line, then the copy. Whatever is not as it should be ends it early.
let scrubScript = #"""
  import json, mmap, subprocess, sys, zipfile

  print("ready", flush=True)
  from libmat2 import bubblewrap, parser_factory

  # All of this runs in a sandbox already, in which no second one can be made.
  bubblewrap.run = lambda arguments, input_filename, output_filename=None, **options: \
      subprocess.run(arguments, **options)

  # What a container cannot be without, as exiftool and ffprobe call it. None of it tells who, where, when or with what.
  TECHNICAL = set("""
      AudioFormat AudioProfile AverageBitrate Balance BufferSize ChromaFormat ColorPrimaries ColorProfiles
      CompatibleBrands CompressorID ConstraintIndicatorFlags GenBalance GenFlags GenGraphicsMode GenMediaVersion
      GenOpColor GeneralLevelIDC GeneralProfileCompatibilityFlags GeneralProfileIDC GeneralProfileSpace
      GeneralTierFlag GraphicsMode HandlerDescription HandlerType HandlerVendorID HEVCConfigurationVersion
      MajorBrand MatrixCoefficients MaxBitrate MediaDataOffset MediaDataSize MediaHeaderVersion MinorVersion
      MovieHeaderVersion NextTrackID PixelAspectRatio PreferredRate Rotation TimeScale TrackHeaderVersion TrackID
      TrackLayer TransferCharacteristics VideoFieldOrder VideoFullRangeFlag
      compatible_brands creation-date format handler_name language major_brand minor_version mod-date vendor_id
  """.split())
  WORDS = {
      "HandlerDescription": {"VideoHandler", "SoundHandler"},
      "HandlerVendorID": {"Apple"},
      "creation-date": {"-1"},
      "handler_name": {"VideoHandler", "SoundHandler"},
      "language": {"und"},
      "mod-date": {"-1"},
      "vendor_id": {"[0][0][0][0]"},
  }
  # The name of the program that wrote an audio file stands in places that the format wants filled.
  WRITERS = {"encoder", "ENCODER", "TSSE"}


  def parser(path):
      found, _ = parser_factory.get_parser(path)
      if found is None:
          raise SystemExit("not of a type that can be cleaned")
      return found


  def flat(value, key=""):
      if isinstance(value, dict):
          for name, inner in value.items():
              yield from flat(inner, f"{key}/{name}" if key else str(name))
      elif isinstance(value, (list, tuple)):
          for inner in value:
              yield from flat(inner, key)
      else:
          yield key, str(value)


  def probed(path):
      """Tags of streams, which exiftool tells of one stream only, and streams that are neither seen nor heard."""
      if not path.endswith((".mp4", ".avi")):
          return
      told = json.loads(subprocess.run(
          ["/usr/bin/ffprobe", "-loglevel", "quiet", "-show_streams", "-show_format", "-show_chapters",
           "-of", "json", path], check=True, capture_output=True).stdout)
      yield from flat(told["format"].get("tags", {}))
      for number, stream in enumerate(told["streams"], 1):
          kind = stream.get("codec_type", "unknown")
          if kind not in ("video", "audio"):
              yield f"stream {number}", kind
          yield from flat(stream.get("tags", {}))
      for chapter in told["chapters"]:
          yield from flat(chapter.get("tags", {}), "chapter")


  def metadata(path):
      told = list(flat(parser(path).get_meta()))
      return told + [pair for pair in probed(path) if pair not in told]


  def technical(key, value):
      return key in TECHNICAL and len(value) <= 60 and value in WORDS.get(key, {value})


  def contents(path):
      if path.endswith(("x", "odt", "ods", "odp", "odg")):
          with zipfile.ZipFile(path) as archive:
              for name in archive.namelist():
                  yield name.encode() + b"\n" + archive.read(name)
      with open(path, "rb") as file:
          yield mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


  def has(part, value):
      return any(part.find(value.encode(code, "ignore")) >= 0 for code in ("utf-8", "utf-16-le", "utf-16-be"))


  original = parser(sys.argv[1])
  found = metadata(original.filename)
  if not original.remove_all():
      raise SystemExit("it was not cleaned")
  copy = original.output_filename
  left = [pair for pair in metadata(copy) if not technical(*pair)]
  # Shorter values stand in any recording by chance.
  wanted = {pair for pair in found if len(pair[1]) >= 8 and pair[0] not in WRITERS and not technical(*pair)}
  left += sorted({pair for part in contents(copy) for pair in wanted if has(part, pair[1])})

  pairs = lambda some: [{"key": key, "value": value} for key, value in some]
  print(json.dumps({"found": pairs(p for p in found if not technical(*p)), "left": pairs(left)}), flush=True)
  with open(copy, "rb") as file:
      while part := file.read(1 << 20):
          sys.stdout.buffer.write(part)
  """#
