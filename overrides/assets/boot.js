/* Made by make scripts from build_tools/scripts/boot.js; do not edit. Sources: 4ff5257d58079d5c */
"use strict";(()=>{var e=r=>{try{return localStorage.getItem(r)}catch{return null}};var t=document.documentElement;t.classList.replace("no-js","js");t.dataset.scheme=e("scheme")??"";})();
