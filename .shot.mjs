import { chromium } from '@playwright/test';
const [,, spec] = process.argv; // "path|width|scheme|name|full|actions"
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-gpu'] });
for (const s of spec.split(';')) { const [p,w,scheme,name,clip] = s.split('|');
 const c = await b.newContext({ viewport:{width:+w,height:+(clip||900)}, colorScheme: scheme||'light', deviceScaleFactor: 1 });
 const g = await c.newPage(); const errs=[]; g.on('console',m=>m.type()==='error'&&errs.push(m.text())); g.on('pageerror',e=>errs.push(String(e)));
 await g.goto('http://127.0.0.1:4411'+p); await g.waitForTimeout(500); await g.screenshot({path:`/tmp/shots/${name}.png`, fullPage: !clip});
 const over = await g.evaluate(()=>document.documentElement.scrollWidth-innerWidth); console.log(name, 'overflow', over, errs.join(' | ')); await c.close(); }
await b.close();
