/** Rules of the card, which lies in the root of its badge and so starts from `all: initial`. */
export const CARD_STYLE = `
.card{all:initial;color-scheme:light dark;position:fixed;inset:auto;box-sizing:border-box;inline-size:22rem;inline-size:min(352px,100vw - 16px);max-block-size:calc(100vh - 16px);overflow:auto;overscroll-behavior:contain;padding:14px 16px;border:1px solid light-dark(#c9ced6,#4a505c);border-radius:10px;background:light-dark(#fff,#22252b);color:light-dark(#1d2229,#e8eaee);box-shadow:0 6px 24px #0004;font:14px/1.45 system-ui,sans-serif;user-select:text;-webkit-user-select:text;cursor:auto}
.card:focus{outline:2px solid light-dark(#44699c,#8fb2e0);outline-offset:-2px}
.card h2{display:flex;align-items:center;gap:8px;margin:0 0 6px;font-size:16px;line-height:1.3}
.card i{flex:none;inline-size:20px;block-size:20px}
.card p{margin:0 0 4px;overflow-wrap:anywhere}
.card ul{list-style:none;padding:0}
.card .part{margin:10px 0 0;padding-block-start:10px;border-block-start:1px solid light-dark(#e2e5ea,#3a3f49)}
.card li+li{margin-block-start:8px}
.card .title{font-weight:600}
.card .soft,.card .address{font-size:13px;color:light-dark(#56606e,#a9b1bd)}
.card .address{max-block-size:4.4em;overflow:auto}
.card button{all:unset;cursor:pointer;border-radius:4px}
.card button::before{content:none}
.card button.title{text-decoration:underline;text-decoration-color:light-dark(#9db0ca,#5b7698);text-underline-offset:3px}
.card button:focus-visible{outline:2px solid light-dark(#44699c,#8fb2e0);outline-offset:2px}
.card .row{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.card .act{position:static;inset:auto;display:inline-block;padding:4px 12px;border:1px solid light-dark(#9aa3b0,#6b7482);border-radius:6px}
.card .act:hover{background:light-dark(#f0f2f5,#2d3139)}
.card .row p{margin:0 0 0 auto;margin-inline:auto 0}
@media (forced-colors:active){.card i{forced-color-adjust:none;color:CanvasText!important}}
@media print{.card{display:none}}`;
