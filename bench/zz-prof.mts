import { startMock } from '../src/mock/index.ts';
const mock = await startMock({speed:'instant'});
const h={authorization:'Bearer a','content-type':'application/json'};
const u=mock.url+'/klingai/v1/audio/text-to-audio';
const make=()=>mock.fetch(new Request(u,{method:'POST',headers:h,body:'{"prompt":"Rain","duration":5}'}));
const id=(await (await make()).json()).data.task_id;
for (const [n,f] of [['create',make],['get',()=>mock.fetch(new Request(u+'/'+id,{headers:h}))]] as const){
 for(let k=0;k<2;k++){const t=performance.now(); for(let i=0;i<1500;i++) await f(); console.log(n,1500/(performance.now()-t)*1000);}
}
await mock.close();
