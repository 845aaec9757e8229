// CPU per request: prism vs mock
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync, rmSync } from 'node:fs';
const {documents}=await import('/work/main/src/contract/documents.ts');
const {throughput}=await import('/work/main/bench/load.ts');
writeFileSync('/tmp/kl.json',JSON.stringify(documents.klingai));
const cpu=(pid:number)=>{const f=readFileSync(`/proc/${pid}/stat`,'utf8').split(') ')[1]!.split(' ');return (Number(f[11])+Number(f[12]))*10};
const headers={authorization:'Bearer b','content-type':'application/json'};
const body=()=>JSON.stringify({prompt:'Rain on a tin roof',duration:5});
const prof=process.argv[2]==='prof'?['--cpu-prof','--cpu-prof-dir=/tmp/prof']:[];
const S:any={prism:{p:4701,argv:['/work/main/node_modules/@stoplight/prism-cli/dist/index.js','mock','/tmp/kl.json','-p','4701','-v','silent'],pre:''},
mock:{p:4702,argv:[...prof,'/tmp/kf/dist/src/cli/bin.js','mock','--port','4702','--speed','instant'],pre:'/klingai'}};
for(const n of ['prism','mock']){const s=S[n];s.c=spawn(process.execPath,s.argv,{stdio:'ignore'});s.u=`http://127.0.0.1:${s.p}${s.pre}/v1/audio/text-to-audio`;
 for(let q=0;q<300;q++){try{const r=await fetch(s.u,{method:'POST',headers,body:body()});if(r.ok){s.id=(await r.json()).data.task_id;break}}catch(e){s.e=e} await new Promise(r=>setTimeout(r,50))}}
const N:any={};
for(let k=0;k<4;k++)for(const n of ['prism','mock'])for(const w of ['create','get']){
 const s=S[n];const before=cpu(s.c.pid);const t=performance.now();
 if(w==='get'&&n==='mock')s.id=(await (await fetch(s.u,{method:'POST',headers,body:body()})).json()).data.task_id;
 const rate=await throughput(w==='create'?{url:s.u,method:'POST',headers,body}:{url:s.u+'/'+s.id,method:'GET',headers},1500);
 const per=(cpu(s.c.pid)-before)/(rate*(1.5))*1000; if(k) (N[n+w]??=[]).push(per)}
for(const w of ['create','get'])console.log(w,'cpu µs/request prism',Math.min(...N['prism'+w]).toFixed(0),'mock',Math.min(...N['mock'+w]).toFixed(0),'ratio',(Math.min(...N['prism'+w])/Math.min(...N['mock'+w])).toFixed(2));
S.prism.c.kill();S.mock.c.kill('SIGINT');await new Promise(r=>setTimeout(r,1500));process.exit();
