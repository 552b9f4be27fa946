// Made from action/ and pkg/ by `cargo xtask dist`. CommonJS, because Node starts a third slower on an ES module.
"use strict";var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{
if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var run_exports={};__export(run_exports,{runOnline:()=>runOnline});module.exports=__toCommonJS(run_exports);var import_node_fs=require("node:fs");var Sweep=class{__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,SweepFinalization.unregister(this),ptr}free(){
let ptr=this.__destroy_into_raw();wasm.__wbg_sweep_free(ptr,0)}fail(trouble){let ret=wasm.sweep_fail(this.__wbg_ptr,trouble);
if(ret[1])throw takeFromExternrefTable0(ret[0])}constructor(event,now){let ret=wasm.sweep_new(event,now);return this.__wbg_ptr=
ret,SweepFinalization.register(this,this.__wbg_ptr,this),this}next(now){let ret=wasm.sweep_next(this.__wbg_ptr,now);if(ret[2])
throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}take(body){wasm.sweep_take(this.__wbg_ptr,body)}wrote(done,trouble,sent){
let ret=wasm.sweep_wrote(this.__wbg_ptr,done,trouble,sent);if(ret[1])throw takeFromExternrefTable0(ret[0])}};Symbol.dispose&&
(Sweep.prototype[Symbol.dispose]=Sweep.prototype.free);function plan(event){let ret=wasm.plan(event);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(
ret[0])}function __wbg_get_imports(){return{__proto__:null,"./action_bg.js":{__proto__:null,__wbg_Error_208446807d0d1e30:function(arg0,arg1){
return Error(getStringFromWasm0(arg0,arg1))},__wbg_String_8564e559799eccda:function(arg0,arg1){let ret=String(arg1),ptr1=passStringToWasm0(
ret,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN;getDataViewMemory0().setInt32((arg0>>>0)+4,len1,
!0),getDataViewMemory0().setInt32((arg0>>>0)+0,ptr1,!0)},__wbg___wbindgen_boolean_get_4f1baf9a00be3c74:function(arg0){let v=arg0,
ret=typeof v=="boolean"?v:void 0;return isLikeNone(ret)?16777215:ret?1:0},__wbg___wbindgen_is_null_c22311b1cc228e3a:function(arg0){
return arg0===null},__wbg___wbindgen_is_object_8b968c3ab8e96595:function(arg0){let val=arg0;return typeof val=="object"&&
val!==null},__wbg___wbindgen_is_string_fc456fee5d3317de:function(arg0){return typeof arg0=="string"},__wbg___wbindgen_is_undefined_be5b34249ff1fc15:function(arg0){
return arg0===void 0},__wbg___wbindgen_number_get_934b640d0889af78:function(arg0,arg1){let obj=arg1,ret=typeof obj=="num\
ber"?obj:void 0;getDataViewMemory0().setFloat64((arg0>>>0)+8,isLikeNone(ret)?0:ret,!0),getDataViewMemory0().setInt32((arg0>>>
0)+0,!isLikeNone(ret),!0)},__wbg___wbindgen_string_get_7ce8eee7fd327545:function(arg0,arg1){let obj=arg1,ret=typeof obj==
"string"?obj:void 0;var ptr1=isLikeNone(ret)?0:passStringToWasm0(ret,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN;
getDataViewMemory0().setInt32((arg0>>>0)+4,len1,!0),getDataViewMemory0().setInt32((arg0>>>0)+0,ptr1,!0)},__wbg___wbindgen_throw_4c88d8bf264fd984:function(arg0,arg1){
throw new Error(getStringFromWasm0(arg0,arg1))},__wbg_from_eac91875c8a5ffa4:function(arg0){return Array.from(arg0)},__wbg_get_2080c49015e35254:function(){
return handleError(function(arg0,arg1){return Reflect.get(arg0,arg1)},arguments)},__wbg_get_unchecked_e6325ad374eff861:function(arg0,arg1){
return arg0[arg1>>>0]},__wbg_isArray_bcf1376d0d732d08:function(arg0){return Array.isArray(arg0)},__wbg_keys_105f5c0857898f84:function(arg0){
return Object.keys(arg0)},__wbg_length_b03a0fabb109b1e9:function(arg0){return arg0.length},__wbg_length_e83e819f48c774e4:function(arg0){
return arg0.length},__wbg_new_37eb45aaf5eeb820:function(){return new Array},__wbg_new_7075786089b89c5e:function(){return new Map},
__wbg_new_cd4348290afae586:function(){return new Object},__wbg_set_8282f7e0d2d01336:function(arg0,arg1,arg2){return arg0.
set(arg1,arg2)},__wbg_set_d2d33b52458e984a:function(arg0,arg1,arg2){arg0[arg1>>>0]=arg2},__wbg_set_e4b9a833d288759a:function(arg0,arg1,arg2){
arg0[arg1]=arg2},__wbg_slice_8c7f01d7eb703b4e:function(arg0,arg1,arg2){return arg0.slice(arg1>>>0,arg2>>>0)},__wbindgen_generic_0000000000000001:function(arg0){
return arg0},__wbindgen_generic_0000000000000002:function(arg0){return arg0},__wbindgen_generic_0000000000000003:function(arg0,arg1){
return getStringFromWasm0(arg0,arg1)},__wbindgen_generic_0000000000000004:function(arg0){return BigInt.asUintN(64,arg0)},
__wbindgen_init_externref_table:function(){let table=wasm.__wbindgen_externrefs;table.set(0,void 0),table.set(1024,void 0),
table.set(1025,null),table.set(1026,!0),table.set(1027,!1)}}}}var SweepFinalization=typeof FinalizationRegistry>"u"?{register:()=>{},
unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_sweep_free(ptr,1));function addToExternrefTable0(obj){let idx=wasm.
__externref_table_alloc();return wasm.__wbindgen_externrefs.set(idx,obj),idx}var cachedDataViewMemory0=null;function getDataViewMemory0(){
return(cachedDataViewMemory0===null||cachedDataViewMemory0.buffer.detached===!0||cachedDataViewMemory0.buffer.detached===
void 0&&cachedDataViewMemory0.buffer!==wasm.memory.buffer)&&(cachedDataViewMemory0=new DataView(wasm.memory.buffer)),cachedDataViewMemory0}
function getStringFromWasm0(ptr,len){return ptr=ptr>>>0,decodeText(getUint8ArrayMemory0().subarray(ptr,ptr+len))}var cachedUint8ArrayMemory0=null;
function getUint8ArrayMemory0(){return(cachedUint8ArrayMemory0===null||cachedUint8ArrayMemory0.byteLength===0)&&(cachedUint8ArrayMemory0=
new Uint8Array(wasm.memory.buffer)),cachedUint8ArrayMemory0}function handleError(f,args){try{return f.apply(this,args)}catch(e){
let idx=addToExternrefTable0(e);wasm.__wbindgen_exn_store(idx)}}function isLikeNone(x){return x==null}function passStringToWasm0(arg,malloc,realloc){
if(realloc===void 0){let buf=cachedTextEncoder.encode(arg),ptr2=malloc(buf.length,1)>>>0;return getUint8ArrayMemory0().subarray(
ptr2,ptr2+buf.length).set(buf),WASM_VECTOR_LEN=buf.length,ptr2}let len=arg.length,ptr=malloc(len,1)>>>0,mem=getUint8ArrayMemory0(),
offset=0;for(;offset<len;offset++){let code=arg.charCodeAt(offset);if(code>127)break;mem[ptr+offset]=code}if(offset!==len){
offset!==0&&(arg=arg.slice(offset)),ptr=realloc(ptr,len,len=offset+arg.length*3,1)>>>0;let view=getUint8ArrayMemory0().subarray(
ptr+offset,ptr+len),ret=cachedTextEncoder.encodeInto(arg,view);offset+=ret.written,ptr=realloc(ptr,len,offset,1)>>>0}return WASM_VECTOR_LEN=
offset,ptr}function takeFromExternrefTable0(idx){let value=wasm.__wbindgen_externrefs.get(idx);return wasm.__externref_table_dealloc(
idx),value}var cachedTextDecoder=new TextDecoder("utf-8",{ignoreBOM:!0});cachedTextDecoder.decode();var MAX_SAFARI_DECODE_BYTES=2146435072,
numBytesDecoded=0;function decodeText(bytes){return numBytesDecoded+=bytes.length,numBytesDecoded>=MAX_SAFARI_DECODE_BYTES&&
(cachedTextDecoder=new TextDecoder("utf-8",{ignoreBOM:!0}),cachedTextDecoder.decode(),numBytesDecoded=bytes.length),cachedTextDecoder.
decode(bytes)}var cachedTextEncoder=new TextEncoder;"encodeInto"in cachedTextEncoder||(cachedTextEncoder.encodeInto=function(arg,view){
let buf=cachedTextEncoder.encode(arg);return view.set(buf),{read:arg.length,written:buf.length}});var WASM_VECTOR_LEN=0,
wasmModule,wasmInstance,wasm;function __wbg_finalize_init(instance,module2){return wasmInstance=instance,wasm=instance.exports,
wasmModule=module2,cachedDataViewMemory0=null,cachedUint8ArrayMemory0=null,wasm.__wbindgen_start(),wasm}function initSync(module2){if(wasm!==void 0)return wasm;module2!==void 0&&(Object.getPrototypeOf(module2)===Object.prototype?
{module:module2}=module2:console.warn("using deprecated parameters for `initSync()`; pass a single object instead"));let imports=__wbg_get_imports();
module2 instanceof WebAssembly.Module||(module2=new WebAssembly.Module(module2));let instance=new WebAssembly.Instance(module2,
imports);return __wbg_finalize_init(instance,module2)}function tune(event){(event.payload.issue?.body?.length??0)>6e3&&process.getBuiltinModule("node:v8").setFlagsFromString(
"--wasm-tiering-budget=1000000000")}function plan2(event){return isLoaded||(tune(event),initSync({module:(0,import_node_fs.readFileSync)(`${__dirname}/../pk\
g/action/action_bg.wasm`)}),isLoaded=!0),plan(event)}var isLoaded=!1;function startSweep(event,now){return new Sweep(event,
now)}function text(value){return(value??"").toWellFormed()}var BYTE_ORDER_MARK=Buffer.from("\uFEFF");function readToken(env){return text(env.INPUT_TOKEN).trim()}async function run(event,plan3,connect2,sweep2=refuse){let github;for(let turn=0;turn<4e3;turn+=1){let next=plan3(event);
if(next.sweep)return sweep2(event);if(!next.query&&next.writes.length===0)return next;github??=connect2(),event=next.query?
await ask(event,next.query,github):await write(event,next,github)}throw new Error("the core does not finish")}async function refuse(){
throw new Error("a sweep was not expected")}async function ask(event,query,github){let reply=await github.ask(query);if("\
trouble"in reply)return{...event,troubles:[...event.troubles,reply.trouble]};let answer={round:event.round,variables:query.
variables,body:reply.body};return{...event,answers:[...event.answers,answer]}}async function write(event,plan3,github){let{
done,trouble}=await writeAll(plan3,github),troubles=trouble?[...event.troubles,trouble]:event.troubles;return{...event,round:event.
round+1,done:[...event.done,...done],troubles}}async function writeAll({number,writes},github){let done=[];for(let write2 of writes){
let reply=await github.write(number,write2);if("trouble"in reply)return{done,trouble:reply.trouble};done.push({write:write2,
id:reply.id})}return{done,trouble:null}}var MOST_TURNS=1e4;async function sweep(event,start,github){let core=start(event,github.now());for(let turn=0;turn<MOST_TURNS;turn+=
1){let next=core.next(github.now());if(next.query){let reply=await github.ask(next.query);"trouble"in reply?core.fail(reply.
trouble):core.take(reply.body)}else if(next.writes.length>0){let{done,trouble}=await writeAll(next,github);core.wrote(done,
trouble,github.sent())}else return next}throw new Error("the core does not finish")}function connect(){return require("./github.cjs").connect(process.env,readToken(process.env))}function sweepAll(event){return sweep(
event,startSweep,require("./github.cjs").connectForSweep(process.env,readToken(process.env)))}async function runOnline(event){
return run(event,plan2,connect,sweepAll)}0&&(module.exports={runOnline});
