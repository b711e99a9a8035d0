"""How a page looks, on a screen and on paper of A4, with and without colour."""

STYLE = """
:root { color: #1b2126; background: #fff; font: 15px/1.45 Georgia, "Times New Roman", serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, th, figcaption, .key, .mark, .small { font-family: "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.9rem; margin: 0; } h2 { font-size: 1.25rem; border-bottom: 2px solid; margin: 2rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
p, ul, ol { margin: .4rem 0; } .small, .source { font-size: .82rem; color: #49545b; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; margin: .5rem 0; }
th { text-align: left; vertical-align: bottom; border-bottom: 1.5px solid; font-size: .78rem;
  padding: 0 .5rem .15rem 0; }
td ul { margin: .1rem 0; padding-left: 1.1rem; } td { font-variant-numeric: tabular-nums; }
code { font-size: .8em; } td { border-bottom: 1px solid #d7dde0; vertical-align: top; padding: .2rem .5rem .2rem 0; }
figure { margin: 1rem 0; } figure svg { width: 100%; height: auto; } .key svg, svg.sign { width: 34px; height: 12px; }
.key { margin-left: 1rem; font-size: .82rem; } .key svg { margin-right: .3rem; }
.mark { display: inline-block; min-width: 1.7rem; font-weight: 700; border: 1.5px solid; text-align: center; }
.meter { display: inline-block; height: .65rem; border: 1px solid #1b2126; background:
  repeating-linear-gradient(45deg, #1b2126 0 2px, #fff 2px 5px); }
.room { height: 4.5rem; border-bottom: 1px solid #9aa4ab; }
.stamp { font: 700 .9rem "Helvetica Neue", Arial, sans-serif; letter-spacing: .12em; text-transform: uppercase;
  border: 2px solid; padding: .2rem .6rem; display: inline-block; margin: 0 0 .8rem; }
.two { columns: 2; column-gap: 2rem; } .two section { break-inside: avoid; } .two h2 { break-after: avoid; }
.two h2:first-child { margin-top: 0; } dl { margin: .4rem 0; } dt { font-weight: 700; break-after: avoid; }
dd { margin: 0 0 .4rem; break-inside: avoid; } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.lines { border-bottom: 1px solid #9aa4ab; height: 1.8rem; }
.rules { max-width: 52rem; } .wide { max-width: 66rem; } .fix { white-space: nowrap; }
.name { display: inline-block; min-width: 7rem; max-width: 16rem; overflow-wrap: anywhere; }
@page wide { size: A4 landscape; margin: 14mm; } .wide { page: wide; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  :root { font-size: 10.5pt; } body { max-width: none; margin: 0; padding: 0; }
  h2, h3 { break-after: avoid; } figure, tr, li, p, article { break-inside: avoid; } .new { break-before: page; }
  body.wide { max-width: none; }
  .rules { font-size: 8.7pt; line-height: 1.3; } .rules h1 { font-size: 1.5rem; margin-bottom: .6rem; }
  .rules h2 { margin: .8rem 0 .2rem; } .rules h3 { margin: .4rem 0 0; }
}
"""
