/* make scripts, from boot.js. Sources: 4ff5257d58079d5c */
"use strict";(()=>{var e=document.documentElement;e.classList.replace("no-js","js"),e.dataset.scheme=(()=>{try{return localStorage.getItem("scheme")}catch{return null}})()??""})();
