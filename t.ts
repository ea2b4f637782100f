import { loadKnowledgeBase } from './src/load/index.ts';
import { buildSearchFiles } from './src/integrations/search-files.ts';
import { openSearch } from './src/search/open.ts';
const t0=Date.now();
const files = await buildSearchFiles(loadKnowledgeBase(), {squeeze: process.argv[2]==='z'});
console.log('build ms', Date.now()-t0);
let sum=0; for(const [p,b] of files) {console.log(p,b.length); sum+=b.length} console.log(sum);
const got=new Set<string>();
const e = await openSearch(async p=>{got.add(p); return new Uint8Array(files.get(p)!)});
for (const q of ['洁净车间','1:0.5','1： 0.5','30％','AI+','[2025]1号','fda','1000万','Ⅰ期','I期','1期','的','jjcj','jiejing','潔淨車間','洁净车涧','细则六','闵行意见第十四条','松江第7条','minhang rules 6','rules6','第七条','三类证','CDMO','补贴','临床 试验','三类 研发投入 -诊断','三类医疗器械证能给多少钱','松江委托生产给多少','"委托生产"','，','00万元','I期 100','ivd','厂房','能不能重复享受','政策什么时候到期']) {
  const t=performance.now(); const a=await e.literal(q); const t1=performance.now(); const r=await e.related(a); const t2=performance.now();
  console.log(q,'| direct',a.direct.map(c=>c.label).join(), '| lit',a.total,a.apart?'apart':'',a.literal.slice(0,6).map(x=>e.catalogue.policies[e.policyOf(x.clause)]!.seal+x.clause.label+':'+x.hits.length).join(' '),'| rel',r.slice(0,6).map(x=>e.catalogue.policies[e.policyOf(x.clause)]!.seal+x.clause.label+'('+x.why+')').join(' '), (t1-t).toFixed(1),(t2-t1).toFixed(1));
}
console.log([...got]);
const {pagefind}={pagefind:await import('pagefind')}; await pagefind.close();
