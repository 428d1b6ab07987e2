package main

const scoreUsage = `Tag writes the keywords, recurring phrases and a summary of Chinese policy articles.

Usage: tag [flags] [FILE | DIR | PATTERN | -]…
       tag score …    the same
       tag count …    counts document frequencies, for -corpus    (tag count -h)
       tag merge …    adds up what was counted in parts           (tag merge -h)
` + inputUsage + `
With -o jsonl each article gives one line, in input order:

  {"id","title","date"?,"source"?,"author"?,"encoding"?,
   "keywords":[{"text","score","count","tag","spans":[[start,end],…],"variants"?,"why"?}],
   "phrases":[{"text","score","count","spans"}],"cited":[{"text","kind","count","spans"}],
   "numerals":[{"text","members":[…],"source","spans"}],
   "summary":[{"text","start","end","score","section"?}],"notes"?,
   "furniture":[{"kind","start","end"}]?,"text"?}

start and end are byte offsets into the article's text, which -with-text adds: of
a page its main text, and of a file in another encoding the text in UTF-8; a byte
order mark is not part of it. A keyword counts where it stands alone, a phrase also
inside longer ones. "variants" are other forms of a keyword, {"text","count"}, and
"why", with -explain, the parts of a score, {"feature","value"}. "cited" has the
titles and document numbers that recur, if any do. "encoding" is there where it is
not UTF-8. "furniture" is what belongs to the page that a text was taken from, as
menus, buttons and copyright: nothing else comes from there. "notes" says why a list
is empty and what was done to the input. An article that fails gives {"id","error"},
and the others go on.

With -o csv or tsv each keyword, phrase, title or number cited, numeral slogan,
sentence, note and error is a row:

  id,title,date,source,author,kind,rank,text,score,count,tag,members,section,start,end,spans

kind says which it is, rank is its place among those of its kind, start and end are
of its first occurrence, and spans of all: 476..497 573..594. A row is a line: a
line break in a cell becomes a blank. A cell that begins with = + - @ or a tab gets
an apostrophe, since a spreadsheet takes it for a formula; -exact leaves it.

With -resume FILE the output goes to FILE, and FILE.resume says how far it has come.
When a run was stopped or killed, or the disk was full, the same call goes on there,
until FILE is what one run would have written. Articles may have come behind the
last one; other flags, another program and articles that were changed or are missing
are refused, and so is a second run at the same time. Both files are flushed to the
disk every 5 seconds and at the end.

The same input gives the same output, for any -workers.

Exit status: 0, or 1 if an article failed or the output cannot be written, or 2 if
the call was wrong. SIGINT and SIGTERM end the program after a whole article, with
130 and 143, a second one at once; an output that nobody reads any more, with 141.

Flags, each with an example:
`

const inputUsage = `
FILE is one article, a text or, ending in .html or .htm, a page, whose id is the
file's name without that ending; a text that begins as a page does is one, too. Or
FILE ends in .jsonl and has one article a line, {"id","title"?,"text"}, in UTF-8.
Each may be compressed with gzip, and end in .gz. DIR stands for all such files in
it and below, in order of their names, without hidden ones; links to directories
are not followed. PATTERN (*.txt) stands for what it matches. - is standard input,
text or JSON lines, and so is no argument at all. A file named count is ./count.
`

const countUsage = `Tag count counts in how many articles each word and phrase occurs, and writes a
corpus for tag score -corpus FILE and analysis.ReadCorpus.

Usage: tag count [flags] [FILE | DIR | PATTERN | -]… >PART
` + inputUsage + `
Parts that are counted anywhere, with the same flags, add up by tag merge to the
bytes that one count of all gives. The file does not tell the flags.

An article that fails is told on standard error and left out; the others are
counted and written, and the exit status is 1. It is 0 if all were counted, 2 if
the call was wrong, and 130 or 143 after SIGINT or SIGTERM: then nothing is written.

Flags, each with an example:
`

const mergeUsage = `Tag merge adds up parts that tag count wrote, in any order, and writes their sum.

Usage: tag merge [flags] [PART | DIR | PATTERN | -]… >ALL

PART may be compressed with gzip. DIR stands for all .corpus and .corpus.gz files in
it and below. - is standard input. A part that cannot be read, is cut off or damaged
stops the merge, and so does one with the same bytes as another, which is counted
twice as a rule. Then nothing is written, and the exit status is 1. It is 2 if the
call was wrong.

Flags, each with an example:
`
