/** How the change report looks. No font and no picture is loaded, and no meaning rests on colour alone: courts photocopy. */
export const STYLE = `
:root{--ink:#1b2733;--soft:#566573;--line:#d5dbe1;--paper:#fff;--ground:#f4f6f8;--deep:#12395c}
*{box-sizing:border-box}
html{color-scheme:light}
body{margin:0;font:15px/1.5 "Noto Sans SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:var(--ink);background:var(--ground)}
main{max-width:1280px;margin:0 auto;padding:24px 28px 40px;background:var(--paper);min-height:100vh}
h1{font-size:22px;line-height:1.35;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:17px;margin:28px 0 8px;padding-bottom:4px;border-bottom:2px solid var(--deep)}
h3{font-size:15px;margin:18px 0 6px}
p{margin:6px 0}
.below,.note{color:var(--soft);font-size:13px}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:4px 24px;margin:14px 0}
dl div{display:flex;gap:10px;min-width:0}
dt{color:var(--soft);flex:none}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
.verdict{font-weight:700;border-left:4px solid var(--deep);padding:6px 12px;background:#eef3f7}
.verdict.calm{font-weight:400}
.alarm{border-left:4px solid #8896a3;padding:6px 12px;background:#f4f6f8;overflow-wrap:anywhere}
.alarm.fresh{border-left:8px double #8c1d18;background:#fdf0ee}
.alarm b{border:1px solid currentColor;border-radius:3px;padding:0 6px;font-size:13px;margin-right:4px}
.alarm:not(.fresh) b{font-weight:400}
.wide{overflow-x:auto}
.wide:focus-visible{outline:3px solid #c98a00;outline-offset:1px}
table{border-collapse:collapse;min-width:min(100%,480px);font-size:14px}
th,td{text-align:left;vertical-align:top;padding:5px 9px;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:4em}
thead th{background:#eef1f4;font-size:13px;border-bottom:2px solid #b8c2cb;white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.code{font-family:Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
@media print{
@page{size:A4 landscape;margin:12mm}
body,main{background:#fff;padding:0;font-size:10pt}
.wide{overflow:visible}
table{font-size:8.5pt}
thead{display:table-header-group}
tr,.alarm{break-inside:avoid}
h2,h3{break-after:avoid}
}
`;
