/**
 * How the page looks. No font and no picture is loaded. Grades are told by a line as well as by a word, and no meaning rests
 * on colour alone: courts photocopy.
 */
export const STYLE = `
:root{--ink:#1b2733;--soft:#566573;--line:#d5dbe1;--paper:#fff;--ground:#f4f6f8;--deep:#12395c;--link:#0b4f86;--mark:#fff4d6;--edge:#8a6d1a}
*{box-sizing:border-box}
html{color-scheme:light}
body{margin:0;font:15px/1.5 "Noto Sans SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:var(--ink);background:var(--ground)}
h1{font-size:22px;line-height:1.35;margin:0 0 8px;overflow-wrap:anywhere}
h2{font-size:17px;margin:20px 0 8px}
h3{font-size:15px;margin:18px 0 6px;padding-bottom:3px;border-bottom:1px solid var(--line)}
h1:focus,h2:focus{outline:none}
a{color:var(--link)}
p{margin:6px 0}
:focus-visible{outline:3px solid #c98a00;outline-offset:1px;border-radius:2px}
button,input,select{font:inherit;color:inherit}
input,select{border:1px solid #8896a3;border-radius:4px;background:var(--paper);padding:4px 8px;min-height:34px;width:100%;min-width:0}
input[type=checkbox],input[type=radio]{width:auto;min-height:0;margin:0 6px 0 0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;z-index:9;background:var(--paper);padding:6px 12px}
.top{display:flex;align-items:center;gap:18px;background:var(--deep);color:#fff;padding:8px 20px;position:sticky;top:0;z-index:5}
.top .title{color:#fff;text-decoration:none;font-weight:700;font-size:16px;flex:0 1 auto;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.top nav{display:flex;gap:4px;flex:none}
.top nav a{color:#dce7f1;text-decoration:none;padding:4px 10px;border-radius:4px}
.top nav a:hover{background:#1f4c74}
.top nav a[aria-current]{background:#fff;color:var(--deep);font-weight:700}
.top button{background:none;border:1px solid #7f9bb4;border-radius:4px;color:#fff;padding:4px 12px;min-height:34px;cursor:pointer;flex:none}
.search{position:relative;flex:1 1 320px;min-width:160px;color:var(--ink)}
.search input{border:0;min-height:36px;padding:4px 12px}
.search ul{position:absolute;left:0;right:0;top:100%;margin:4px 0 0;padding:4px;list-style:none;background:var(--paper);border:1px solid var(--line);border-radius:6px;box-shadow:0 8px 24px #0003;max-height:70vh;overflow:auto}
.search li{padding:6px 10px;border-radius:4px;cursor:pointer;overflow-wrap:anywhere}
.search li[aria-selected=true]{background:#dfeaf4;box-shadow:inset 3px 0 var(--link)}
.search li.note{cursor:default}
.marks{display:flex;flex-wrap:wrap;gap:2px 18px;margin:0;padding:5px 20px;background:#e6ebf0;color:#3b4854;font-size:13px;overflow-wrap:anywhere}
.room{max-width:1720px;margin:0 auto;padding:16px 20px 32px}
main,aside{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:18px 22px;min-width:0}
aside{padding-top:0}
footer{color:var(--soft);font-size:13px;text-align:center;padding:0 20px 24px}
.note{color:var(--soft);font-size:13px}
.note:empty{display:none}
.warning{background:var(--mark);border-left:4px solid var(--edge);padding:4px 10px;font-size:14px}
.agrees{border-left:4px solid #2f6f4f;padding:4px 10px;background:#eef6f1;font-size:14px}
.agrees::before{content:"✓ "}
.above,.below{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.below{color:var(--soft);font-size:12.5px;line-height:1.35}
.above:empty,.below:empty{display:none}
.account,code{font-family:Consolas,"DejaVu Sans Mono",monospace;font-size:13px;overflow-wrap:anywhere}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.hash{font-family:Consolas,"DejaVu Sans Mono",monospace;font-size:12px;overflow-wrap:anywhere;color:#44515d}
.mark.out{border:1px dashed #8c4a3b;color:#7a3325;padding:0 5px;border-radius:3px;font-size:13px}
.grade{white-space:nowrap;font-size:13px;border-bottom:3px solid #333;padding-bottom:1px}
.grade.one-ledger{border-bottom-style:dashed}
.grade.inferred,.grade.stated{border-bottom-style:dotted}
.totals,.figures{display:grid;gap:10px;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));margin:12px 0}
.figures.small{grid-template-columns:repeat(auto-fill,minmax(150px,1fr))}
.total,.figure{display:flex;flex-direction:column;border:1px solid var(--line);border-radius:6px;padding:10px 14px;background:#fafbfc}
.total{border-top:4px solid var(--deep)}
.figure{text-decoration:none;color:inherit}
.figure:hover{border-color:var(--link);background:#eff5fa}
.figure .value{color:var(--link);text-decoration:underline;text-underline-offset:3px}
.figure.main{border-top:4px solid var(--link)}
.label,.count{color:var(--soft);font-size:13px}
.value{font-size:24px;font-weight:700;font-variant-numeric:tabular-nums;line-height:1.35}
.value small{font-size:14px;font-weight:400}
.small .value{font-size:17px}
.pairs{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:4px 22px;margin:8px 0}
.pairs div{min-width:0}
.pairs>div{display:flex;gap:10px}
.pairs dt{color:var(--soft);flex:0 0 auto;max-width:45%}
.pairs dd{margin:0;min-width:0;overflow-wrap:anywhere}
.person .pairs>div,.transfer .pairs>div{align-items:baseline}
.plain-list{margin:6px 0;padding-left:20px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:5px 8px;border-bottom:1px solid var(--line)}
thead th{background:#eef1f4;font-weight:700;font-size:13.5px;border-bottom:2px solid #b8c2cb}
caption{text-align:left;font-weight:700;padding:4px 0}
tbody th{font-weight:400;overflow-wrap:anywhere}
.wide{overflow-x:auto}
.filters,.more{border:1px solid var(--line);border-radius:6px;padding:6px 12px;background:#fafbfc;margin:10px 0}
.whole{display:inline}
.whole summary{cursor:pointer}
.filters summary,.more summary{cursor:pointer;font-weight:700}
.fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:8px 12px;align-items:end;margin:8px 0}
.field span{display:block;font-size:13px;color:var(--soft)}
.check{display:flex;align-items:center;min-height:34px}
button.plain{background:var(--paper);border:1px solid #8896a3;border-radius:4px;padding:4px 12px;min-height:34px;cursor:pointer}
.summary{font-weight:700;font-variant-numeric:tabular-nums}
.scroller{height:max(420px,calc(100vh - 330px));overflow:auto;border:1px solid var(--line);border-radius:6px}
table.long{table-layout:fixed;min-width:640px}
.long thead th{position:sticky;top:0;z-index:1;height:38px;vertical-align:middle}
.long tbody tr:not(.gap){height:52px}
.long tbody td{height:52px;padding:4px 8px;vertical-align:middle;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.long .gap td{padding:0;border:0}
.long tbody tr:hover{background:#f1f6fa}
.long tr.current{background:#dfeaf4;box-shadow:inset 4px 0 var(--link)}
.long td a{display:block;color:var(--link);text-decoration:none}
.long td a .above{text-decoration:underline;text-underline-offset:3px}
.long th button{background:none;border:0;padding:0;font-weight:700;cursor:pointer;text-align:inherit}
.long th button::after{content:" ↕";color:#6a7884;font-weight:400}
.long th[aria-sort=ascending] button::after{content:" ↑";color:inherit}
.long th[aria-sort=descending] button::after{content:" ↓";color:inherit}
.long .time{width:108px}
.long .number{width:132px}
.long .kind{width:112px}
.long .level{width:92px}
.long .role{width:120px}
.transfer header{display:flex;align-items:flex-start;justify-content:space-between;gap:12px;position:sticky;top:0;background:var(--paper);padding:14px 0 8px;border-bottom:2px solid var(--deep);z-index:2}
.transfer h2{margin:0;font-size:20px;font-variant-numeric:tabular-nums}
.close{flex:none;border:1px solid #8896a3;border-radius:4px;padding:3px 12px;text-decoration:none}
.transfer .pairs{grid-template-columns:1fr}
.transfer .pairs dt{flex:0 0 76px;max-width:none}
.evidence td:first-child{overflow-wrap:anywhere}
.evidence th:nth-child(n+2){white-space:nowrap}
.hash{font-weight:400}
.policies{border:1px solid var(--line);border-radius:6px;display:flex;flex-wrap:wrap;gap:4px 16px;margin:8px 0;padding:6px 12px}
.policies label{display:flex;align-items:center}
figure{margin:10px 0}
figcaption{color:var(--soft);font-size:13px}
.way{max-width:100%;height:auto;display:block}
.way text{font-size:13px;fill:#1b2733}
.way .name{font-size:15px;font-weight:700}
.way .account{font-size:12px;font-family:Consolas,"DejaVu Sans Mono",monospace;fill:#44515d}
.way .share{font-size:12px;fill:#44515d}
.way .box{fill:#f7f9fb;stroke:#3b4854;stroke-width:1.2}
.way .box.end{fill:#fff;stroke-width:2.4}
.way .line{stroke:#1b2733;stroke-width:2;fill:none}
.way .one-ledger{stroke-dasharray:9 4}
.way .inferred,.way .stated{stroke-dasharray:2 4}
.way .head{fill:#1b2733}
.steps{margin:10px 0;padding-left:24px;font-size:14px}
.steps>li{padding:4px 0;border-bottom:1px solid var(--line)}
.steps p{margin:2px 0}
.places{margin:2px 0;padding-left:18px;font-size:12.5px;color:#44515d}
.places li{overflow-wrap:anywhere}
.crossing{background:var(--mark);font-size:13px;padding:2px 8px}
.shares caption{padding-top:10px}
.wide .shares{min-width:520px}
.seeds,.files,.yardsticks{min-width:860px}
.yardsticks td{font-size:13.5px}
.yardsticks td:first-child{width:42%}
.yardsticks th.number{white-space:normal}
.files td:first-child,.files td:nth-child(n+3){white-space:nowrap}
.marks b{font-weight:400;color:#566573}
.note b{font-weight:400;color:#3b4854}
.parameters td{overflow-wrap:anywhere}
@media (min-width:1200px){
.beside .room{display:grid;grid-template-columns:minmax(0,1fr) minmax(520px,42%);gap:16px;align-items:start}
.beside aside{position:sticky;top:64px;max-height:calc(100vh - 80px);overflow:auto}
.beside .long .memo,.beside .long .level{display:none}
.beside table.long{min-width:520px}
}
@media (max-width:1199.9px){
.beside main{display:none}
.top{flex-wrap:wrap;gap:8px 14px}
.top .title{flex:1 1 60%}
.search{order:5;flex-basis:100%}
}
@media (max-width:760px){
.room{padding:8px}
main,aside{padding:12px}
aside{padding-top:0}
.top{padding:8px 12px;position:static}
.top nav{flex-wrap:wrap;order:4;flex-basis:100%}
.marks{padding:5px 12px}
table.long{min-width:0}
.long .memo,.long .level,.long .extra,.long .kind{display:none}
.long .number{width:96px}
.long .time{width:88px}
.long .role{width:78px}
.long tbody td,.long thead th{padding:4px 5px;font-size:13.5px}
.scroller{height:70vh}
.value{font-size:20px}
}
.sheets{display:none}
@media print{
.sheets{display:block}
@page{margin:14mm 12mm}
body{background:#fff;font-size:10pt}
.top{position:static;background:none;color:#000;padding:0 0 4px;border-bottom:2px solid #000}
.top .title{color:#000;white-space:normal}
.top nav,.search,.top button,.filters,.fields,.close,.skip,.policies,select,.note:empty{display:none}
.marks{background:none;padding:4px 0;color:#000}
.room,.beside .room{display:block;padding:0;max-width:none}
main,aside,.beside aside{border:0;padding:8px 0;position:static;max-height:none;overflow:visible}
.beside main{display:none}
.scroller{display:none}
.sheets .above,.sheets .below{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.long thead th,.transfer header{position:static}
table.long{min-width:0;font-size:8.5pt}
.long tbody tr:not(.gap),.long tbody td{height:auto}
.long tbody td{white-space:normal;overflow-wrap:anywhere;padding:2px 4px}
.above,.below{white-space:normal}
.long th button::after{content:""}
.long .time{width:70px}
.long .number{width:90px}
.long .kind,.long .level{width:70px}
.steps{font-size:9pt}
.wide{overflow:visible}
.figure,.total{break-inside:avoid}
h2,h3{break-after:avoid}
a{color:#000;text-decoration:none}
.warning,.agrees,.crossing,.long tr.current,thead th{background:none}
.figure .value{color:#000;text-decoration:none}
.way{max-width:150mm}
}
@media (prefers-reduced-motion:no-preference){.figure,.top nav a{transition:background-color .12s,border-color .12s}}
`;
