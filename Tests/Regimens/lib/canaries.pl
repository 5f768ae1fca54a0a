#!/usr/bin/perl
# Looks for known strings in bytes, however they may be written there.
#
#   canaries.pl words SAMPLES                     prints every identifier of the sample case
#   canaries.pl search WORDS PATH…                every file below the paths; prints each hit
#   canaries.pl trace WORDS SHOWN WRITABLE… -- TRACE…
#                                                 traces of strace -f -y -v -xx; prints each offence. One
#                                                 whose name ends in .agent is of a command that starts an
#                                                 agent or asks one: its program may run itself, and what
#                                                 it sends may go through a Unix socket
#
# WORDS and SHOWN have a string a line; SHOWN are words that may stand in arguments and be printed.
# Exit code 0 when nothing was found, 1 when something was.
use strict;
use warnings;

# Thousands of alternatives are one automaton, if it may be as large as that.
${^RE_TRIE_MAXBUF} = 1 << 28;

# Shorter forms are found in random bytes by chance; six bytes, once in 10^8 megabytes.
my $shortest = 6;

sub slurp {
  my ($path) = @_;
  open(my $file, '<:raw', $path) or die "$path: $!\n";
  local $/;
  return scalar(<$file>) // '';
}

sub base64 {
  my $text = pack('u', shift);
  $text =~ s/^.//gm;
  $text =~ tr{\n}{}d;
  $text =~ tr{` -_}{AA-Za-z0-9+/};
  return $text;
}

# Every form in which a word might stand in a file, by its name.
sub forms {
  my ($word) = @_;
  my %forms = ('UTF-8' => $word);
  my $characters = $word;
  utf8::decode($characters);
  my @units = map {
    my $c = ord;
    $c < 0x10000 ? $c : (0xD800 + (($c - 0x10000) >> 10), 0xDC00 + (($c - 0x10000) & 0x3FF))
  } split //, $characters;
  $forms{'UTF-16LE'} = pack('v*', @units);
  $forms{'UTF-16BE'} = pack('n*', @units);
  for my $before (0 .. 2) {
    # Only the characters that depend on nothing but the word.
    my $length = length($word);
    my $first = int(($before * 8 + 5) / 6);
    my $last = int(($before + $length) * 8 / 6);
    my $all = base64(('x' x $before) . $word . 'xx');
    $forms{"base64/$before"} = substr($all, $first, $last - $first);
    (my $url = $forms{"base64/$before"}) =~ tr{+/}{-_};
    $forms{"base64url/$before"} = $url;
  }
  $forms{hex} = unpack('H*', $word);
  $forms{HEX} = uc $forms{hex};
  (my $escaped = $characters) =~ s/([^\x00-\x7F])/sprintf('\\u%04x', ord $1)/ge;
  $forms{JSON} = $escaped if $escaped ne $word;
  return \%forms;
}

my %meaning;

# A pattern of every form of the words in a file.
sub load {
  my ($path) = @_;
  my %patterns;
  for my $word (split /\n/, slurp($path)) {
    next if $word eq '';
    (my $lower = $word) =~ tr/A-Z/a-z/;
    for my $written ($word, $lower) {
      my $forms = forms($written);
      for my $form (sort keys %$forms) {
        my $bytes = $forms->{$form};
        next if length($bytes) < $shortest;
        $meaning{$bytes} //= "$word ($form)";
        $patterns{$bytes} = 1;
      }
    }
  }
  my $alternatives = join '|', map { quotemeta } sort keys %patterns;
  return %patterns ? qr/($alternatives)/ : qr/((*FAIL))/;
}

# The words of a pattern in these bytes, each once.
sub found {
  my ($pattern) = @_;
  my %hits;
  $hits{$meaning{$1}} = 1 while $_[1] =~ /$pattern/g;
  return sort keys %hits;
}

# --- words

sub words {
  my ($samples) = @_;
  my %words;
  for my $path (glob("$samples/sources/*.yaml")) {
    my $text = slurp($path);
    $words{$1} = 1 while $text =~ /"([^"]+)"/g;
    $words{$1} = 1 while $text =~ /born: *([0-9-]+)/g;
  }
  for my $word (keys %words) {
    (my $digits = $word) =~ tr/0-9//cd;
    $words{$digits} = 1 if length($digits) >= 7;
  }
  for my $path (glob("$samples/testimonies/*.md")) {
    my ($front, $body) = slurp($path) =~ /\A---\n(.*?)\n---\n(.*)\z/s or die "$path: no front matter\n";
    $words{$1} = 1 if $front =~ /^title: *"?(.*?)"?$/m;
    for my $line (split /\n/, $body) {
      $words{$1} = 1 if $line =~ /(\S+ \S+ \S+)/ and length($1) >= 16;
    }
  }
  print "$_\n" for grep { length >= 4 } sort keys %words;
}

# --- search

sub search {
  my ($words, @waiting) = @_;
  my $hits = 0;
  while (defined(my $path = shift @waiting)) {
    for my $word (found($words, $path)) {
      print "the name of $path has $word\n";
      $hits++;
    }
    if (-d $path && !-l $path) {
      opendir(my $directory, $path) or die "$path: $!\n";
      push @waiting, map { "$path/$_" } grep { !/^\.\.?$/ } readdir $directory;
    } elsif (-f $path) {
      for my $word (found($words, slurp($path))) {
        print "$path has $word\n";
        $hits++;
      }
    }
  }
  return $hits;
}

# --- trace

my $quoted = qr/"((?:\\x[0-9a-f]{2})*)"/;

sub bytes {
  my ($escaped) = @_;
  $escaped =~ s/\\x([0-9a-f]{2})/chr hex $1/ge;
  return $escaped;
}

# The path in the angle brackets that strace -y puts behind a descriptor; -xx escapes it.
sub path_of {
  my ($text) = @_;
  return bytes($text =~ s/\\[<>]//gr) if $text =~ /\\x/;
  return $text;
}

# A path, relative to an open directory that strace -y names where there is one.
sub in_directory {
  my ($directory, $escaped) = @_;
  my $path = bytes($escaped // '');
  return $path if !defined $directory || $path =~ m{\A/};
  return path_of($directory) . "/$path";
}

sub trace {
  my ($words, $shown, $writable, $traces) = @_;
  my $offences = 0;
  my $calls = 0;
  my $complain = sub {
    print "@_\n";
    $offences++;
  };
  my $may_write = sub {
    my ($path) = @_;
    return 1 if $path =~ m{\A/dev/(null|tty)\z};
    return grep { index($path, $_) == 0 } @$writable;
  };
  for my $trace (@$traces) {
    my $programs = 0;
    my $agent = $trace =~ /\.agent\z/;
    my %pending;
    for my $line (split /\n/, slurp($trace)) {
      my ($thread, $call) = $line =~ /^(\d+) +(.*)$/ or next;
      # A call that another thread interrupted stands in two halves.
      if ($call =~ s/ <unfinished \.\.\.>$//) { $pending{$thread} = $call; next }
      if ($call =~ s/^<\.\.\. \w+ resumed>//) { $call = (delete $pending{$thread} // '') . $call }
      my ($name, $rest) = $call =~ /^(\w+)\((.*)$/ or next;
      $calls++;
      my $data = join "\n", map { bytes($_) } $rest =~ /$quoted/g;
      my $where = "$trace: $name";
      if ($name =~ /^exec/) {
        my ($program) = $rest =~ /^$quoted/;
        $programs++ unless $agent && bytes($program // '') eq '/proc/self/exe';
        $complain->("$where: an argument or variable has $_") for found($words, $data);
      } elsif ($name =~ /^(open|creat)/) {
        my $path = in_directory($rest =~ /^(?:(?:AT_FDCWD(?:<[^>]*>)?|\d+<([^>]*)>), )?$quoted/);
        my $writes = $name eq 'creat' || $rest =~ /O_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)/;
        $complain->("$where: $path is opened for writing") if $writes && !$may_write->($path);
        $complain->("$where: the name $path has $_") for found($words, $path);
      } elsif ($name =~ /^(write|pwrite|writev|pwritev|send|splice|sendfile|copy_file_range)/) {
        my ($to) = $rest =~ /^\d+<([^>]*)>/;
        $to = path_of($to // '?');
        next if $to =~ /\.asked\z/ || $to =~ m{/asked(/|\z)};
        $complain->("$where: $_ goes to $to") for found($words, $data);
        next if $to =~ m{/std(out|err)\z};
        $complain->("$where: $_ goes to $to") for found($shown, $data);
        $complain->("$where: something is sent to $to") if $name =~ /^send/ && !$agent && $to =~ /socket|INET/;
      } elsif ($name =~ /^(socket|connect)$/) {
        $complain->("$where: $rest") if $rest =~ /AF_(INET6?|PACKET|BLUETOOTH|VSOCK|NETLINK)/;
      } elsif ($name eq 'mmap') {
        $complain->("$where: $rest")
          if $rest =~ /PROT_WRITE.*MAP_SHARED/ && $rest !~ /ANONYMOUS/
          && path_of(($rest =~ /\d+<([^>]*)>/)[0] // '') !~ /vault\.sqlite-shm\z/;
      } elsif ($name =~ /^(rename|link|symlink|mkdir|mknod)/) {
        while ($rest =~ /(?:\d+<([^>]*)>, )?$quoted/g) {
          my $path = in_directory($1, $2);
          next if $path =~ m{\A/proc/self/fd/};
          $complain->("$where: $path is made") unless $may_write->($path);
          $complain->("$where: the name $path has $_") for found($words, $path);
        }
      } elsif ($name eq 'memfd_create') {
        $complain->("$where: a file in memory");
      }
    }
    # A tracer that goes on behind the command may come when its program has begun.
    $complain->("$trace: the program ran $programs programs")
      if $programs != 1 && !($agent && $programs == 0);
  }
  $complain->("the traces have no calls") if $calls == 0;
  return $offences;
}

my $what = shift @ARGV // '';
if ($what eq 'words') {
  words(@ARGV);
} elsif ($what eq 'search') {
  exit(search(load(shift @ARGV), @ARGV) ? 1 : 0);
} elsif ($what eq 'trace') {
  my ($words, $shown) = map { load($_) } splice @ARGV, 0, 2;
  my @writable;
  push @writable, shift @ARGV while @ARGV && $ARGV[0] ne '--';
  shift @ARGV;
  exit(trace($words, $shown, \@writable, \@ARGV) ? 1 : 0);
} else {
  die "usage: see the beginning of this program\n";
}
