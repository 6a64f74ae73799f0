/**
 * The look of a document, in Typst: one function a kind of block. It reads `document.json` and nothing else; what stands
 * there is set as text, whatever it says.
 */
export const TEMPLATE = `
#let d = json("/document.json")
#let ink = rgb("#16324f")
#let grey = luma(90)
#let hair = 0.4pt + luma(170)
#let shade = luma(241)

#let date = d.at("date", default: none)
#set document(
  title: d.title,
  date: if date == none { none } else { datetime(year: date.at(0), month: date.at(1), day: date.at(2)) },
)
#set page(
  paper: "a4",
  margin: (x: 17mm, top: 20mm, bottom: 17mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 7.5pt, fill: grey)
    block(width: 100%, stroke: (bottom: hair), inset: (bottom: 3pt), d.header)
  },
  footer: context {
    set text(size: 7.5pt, fill: grey)
    d.footer
    h(1fr)
    [#d.page.before#counter(page).display()#d.page.of#counter(page).final().first()#d.page.after]
  },
)
#set text(
  font: "Noto Sans SC",
  size: 9.5pt,
  lang: d.language,
  fallback: false,
  cjk-latin-spacing: none,
  overhang: false,
  features: if d.language == "en" { ("pwid",) } else { () },
)
#set par(leading: 0.72em, spacing: 0.85em, justify: false)
#set table(stroke: none, inset: (x: 3pt, y: 3.2pt))
#set list(indent: 2pt, body-indent: 5pt, spacing: 0.62em, marker: text(fill: grey)[•])

#show heading.where(level: 1): it => {
  block(width: 100%, above: 16pt, below: 10pt, sticky: true, {
    text(size: 14pt, weight: "bold", fill: ink, it.body)
    v(-6pt)
    line(length: 100%, stroke: 0.9pt + ink)
  })
}
#show heading.where(level: 2): it => block(
  above: 13pt, below: 7pt, sticky: true, text(size: 11pt, weight: "bold", fill: ink, it.body),
)
#show heading.where(level: 3): it => text(size: 9.5pt, weight: "bold", fill: ink, it.body)

#let page-of(id) = context counter(page).at(label(id)).first()

#let inline(x) = {
  if type(x) == str { x }
  else if type(x) == array { for y in x { inline(y) } }
  else {
    let body = if "long" in x { x.t.clusters().chunks(4).map(part => part.join()).join(box()) } else { x.t }
    if "line" in x { linebreak() }
    if "bold" in x { body = strong(body) }
    if "small" in x { body = text(size: 0.86em, body) }
    if "to" in x {
      link(label(x.to), { underline(stroke: 0.4pt + luma(150), offset: 1.6pt, body); if "page" in x { page-of(x.to) } })
    } else { body }
  }
}

#let width-of(w) = if w == "auto" { auto } else if "mm" in w { w.mm * 1mm } else { w.fr * 1fr }

#let table-of(b) = {
  set text(size: 8pt)
  set par(leading: 0.5em)
  if "title" in b { block(above: 9pt, below: 4pt, sticky: true, text(weight: "bold", size: 8.5pt, b.title)) }
  let heavy = 0.8pt + ink
  table(
    columns: b.columns.map(c => width-of(c.width)),
    align: b.columns.map(c => if "right" in c { right } else { left }),
    stroke: (x: none, y: 0.25pt + luma(205)),
    table.hline(stroke: heavy),
    table.header(..b.columns.map(c => table.cell(fill: shade, align: bottom + if "right" in c { right } else { left }, strong(c.head)))),
    table.hline(stroke: 0.5pt + ink),
    ..b.rows.map(row => row.map(inline)).flatten(),
    ..if "foot" in b { (table.hline(stroke: 0.6pt + ink), ..b.foot.map(cell => strong(inline(cell)))) },
    table.hline(stroke: heavy),
  )
}

#let facts-of(pairs, size: 9pt, label-width: 24mm) = {
  set text(size: size)
  set par(leading: 0.52em, spacing: 0.62em, hanging-indent: label-width)
  for p in pairs { par({ box(width: label-width, text(fill: grey, p.at(0))); inline(p.at(1)) }) }
}

#let stream-of(b) = {
  let box-of(it) = box(
    width: 100%,
    inset: 5pt,
    radius: 2pt,
    stroke: if "dotted" in it { (paint: ink, thickness: 0.9pt, dash: "dotted") } else { 0.9pt + ink },
    {
      set text(size: 7.6pt)
      set par(leading: 0.45em, spacing: 0.5em)
      text(size: 8pt, weight: "bold", fill: ink, it.title)
      for line in it.lines {
        parbreak()
        if type(line) == str { line } else { text(fill: grey, line.at(0)); linebreak(); text(weight: "bold", line.at(1)) }
      }
    },
  )
  let parts = ()
  for (i, it) in b.boxes.enumerate() {
    parts.push(box-of(it))
    if i + 1 < b.boxes.len() {
      parts.push(align(center + horizon, text(size: 11pt, fill: ink, "→")))
    }
  }
  let columns = b.boxes.enumerate().map(((i, it)) => if i + 1 < b.boxes.len() { (1fr, 13pt) } else { (1fr,) }).flatten()
  block(above: 8pt, below: 10pt, grid(columns: columns, align: horizon, ..parts))
}

#let sheet-of(b) = block(
  breakable: "tall" in b.sheet,
  width: 100%,
  above: 9pt,
  below: 0pt,
  stroke: (top: 0.9pt + ink),
  inset: (top: 5pt),
  {
    set par(leading: 0.5em, spacing: 0.6em)
    grid(
      columns: (3fr, 2fr),
      column-gutter: 8pt,
      align: bottom,
      [#heading(level: 3, outlined: false, bookmarked: true, inline(b.sheet.name)) #label(b.id)],
      align(right, text(size: 8pt, b.sheet.note)),
    )
    set text(size: 7.8pt)
    block(width: 100%, above: 4pt, below: 5pt, fill: shade, inset: (x: 3pt, y: 3pt), {
      for (head, sum) in b.sheet.heads.zip(b.sheet.figures) {
        box(text(size: 7pt, fill: grey, head + " ") + text(weight: "bold", sum))
        h(4pt, weak: true)
        " "
      }
    })
    facts-of(b.sheet.facts, size: 7.8pt, label-width: 19mm)
  },
)

#let index-of(b) = columns(3, gutter: 14pt, {
  set text(size: 8pt)
  set par(leading: 0.42em, spacing: 0.5em)
  for part in b.parts {
    block(above: 7pt, below: 3pt, sticky: true, text(weight: "bold", size: 9pt, fill: ink, part.letter))
    for e in part.entries {
      link(label(e.to), box(width: 100%, {
        inline(e.text)
        text(size: 6.8pt, fill: grey, { " "; inline(e.note) })
        box(width: 1fr, inset: (x: 2pt), repeat(text(fill: luma(190), ".")))
        page-of(e.to)
      }))
      linebreak()
    }
  }
})

#let picture-of(b) = page(
  paper: b.paper,
  flipped: "upright" not in b,
  margin: 0pt,
  header: none,
  footer: none,
  {
    place(top + left, dx: 10mm, dy: 3.5mm, [
      #set text(size: 7pt)
      #show heading: it => text(size: 7pt, weight: "regular", fill: grey, it.body)
      #heading(level: 2, b.title) #label(b.id)
    ])
    image("/" + b.file, width: 100%, height: 100%, fit: "contain", alt: b.title)
    place(bottom + right, dx: -10mm, dy: -3.5mm, text(size: 7pt, fill: grey, context [
      #d.page.before#counter(page).display()#d.page.of#counter(page).final().first()#d.page.after
    ]))
  },
)

#let front-of(f) = {
  align(center, {
    text(size: 19pt, weight: "bold", fill: ink, f.title)
    v(-4pt)
    text(size: 9pt, fill: grey, f.subtitle)
  })
  set text(size: 8pt)
  block(width: 100%, above: 8pt, below: 8pt, stroke: (top: 0.9pt + ink, bottom: hair), inset: (y: 5pt), grid(
    columns: (auto, 1fr, auto, 1fr),
    column-gutter: 6pt,
    row-gutter: 5pt,
    ..f.facts.map(p => (text(fill: grey, p.at(0)), p.at(1))).flatten(),
  ))
}

#let render(b) = {
  if b.kind == "heading" {
    if "fresh" in b { pagebreak(weak: true) }
    [#heading(level: b.level, outlined: "quiet" not in b, bookmarked: true, b.text) #label(b.id)]
  } else if b.kind == "paragraph" { par(inline(b.text)) }
  else if b.kind == "note" {
    block(width: 100%, fill: shade, stroke: (left: 2pt + ink), inset: 7pt, text(size: 8.6pt, inline(b.text)))
  } else if b.kind == "list" { list(..b.items.map(inline)) }
  else if b.kind == "table" { table-of(b) }
  else if b.kind == "facts" { facts-of(b.pairs) }
  else if b.kind == "stream" { stream-of(b) }
  else if b.kind == "sheet" { sheet-of(b) }
  else if b.kind == "index" { index-of(b) }
  else if b.kind == "picture" { picture-of(b) }
  else if b.kind == "front" { front-of(b.front) }
  else if b.kind == "contents" {
    pagebreak(weak: true)
    show outline.entry.where(level: 1): set block(above: 9pt)
    show outline.entry.where(level: 1): strong
    set text(size: 9pt)
    outline(title: text(size: 14pt, weight: "bold", fill: ink, b.title), depth: 2, indent: 12pt)
  } else if b.kind == "signatures" {
    v(14mm)
    grid(columns: (1fr,) * b.lines.len(), ..b.lines.map(l => { l; box(width: 28mm, stroke: (bottom: hair)) }))
  }
}

#for b in d.blocks { render(b) }
`;
