// Made from action/ and pkg/ by `cargo xtask dist`. CommonJS, because Node starts a third slower on an ES module.
"use strict";var INTERNAL_ERROR=Object.freeze({sweep:!1,query:null,number:0,writes:[],exitCode:1,log:["::error title=Patch Release Is\
sues::internal error: please report it, with the issue's description, at https://github.com/patch-release-issues/action/\
issues"],outputs:[],summary:""});var import_node_fs=require("node:fs");var UsageError=class extends Error{};function errorCode(error){return error instanceof Error&&"code"in error?String(error.
code):"unknown error"}var STANDARD_OUTPUT=1;function carryOut(plan3,env){process.exitCode=plan3.exitCode,print(plan3.log),append("GITHUB_STEP_\
SUMMARY",env,plan3.summary),append("GITHUB_OUTPUT",env,plan3.outputs.map(fileCommand).join(""))}function print(lines){let bytes=Buffer.
from(lines.map(line=>`${line}
`).join(""));for(;bytes.length>0;)bytes=bytes.subarray(writeSome(bytes))}function writeSome(bytes){try{return(0,import_node_fs.writeSync)(
STANDARD_OUTPUT,bytes)}catch(error){if(errorCode(error)!=="EAGAIN")throw error;return sleep(1),0}}function sleep(milliseconds){
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,milliseconds)}function append(variable,env,text2){let path=env[variable];
if(!(!path||text2===""))try{(0,import_node_fs.appendFileSync)(path,text2)}catch(error){throw new UsageError(`the file th\
at ${variable} names cannot be written (${errorCode(error)}): check the runner's disk`)}}function fileCommand([name,value]){
let end=delimiter(name+value);return`${name}<<${end}
${value}
${end}
`}function delimiter(text2){for(;;){let candidate=`ghadelimiter_${Math.random().toString(36).slice(2)}${Math.random().toString(
36).slice(2)}`;if(!text2.includes(candidate))return candidate}}var import_node_fs2=require("node:fs");var Sweep=class{__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,SweepFinalization.unregister(this),ptr}free(){
let ptr=this.__destroy_into_raw();wasm.__wbg_sweep_free(ptr,0)}fail(trouble){let ret=wasm.sweep_fail(this.__wbg_ptr,trouble);
if(ret[1])throw takeFromExternrefTable0(ret[0])}constructor(event,now){let ret=wasm.sweep_new(event,now);return this.__wbg_ptr=
ret,SweepFinalization.register(this,this.__wbg_ptr,this),this}next(now){let ret=wasm.sweep_next(this.__wbg_ptr,now);if(ret[2])
throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}take(body){wasm.sweep_take(this.__wbg_ptr,body)}wrote(done,trouble){
let ret=wasm.sweep_wrote(this.__wbg_ptr,done,trouble);if(ret[1])throw takeFromExternrefTable0(ret[0])}};Symbol.dispose&&
(Sweep.prototype[Symbol.dispose]=Sweep.prototype.free);function failure(message){let ptr0=passStringToWasm0(message,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,
ret=wasm.failure(ptr0,len0);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}function plan(event){let ret=wasm.plan(event);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(
ret[0])}function __wbg_get_imports(){return{__proto__:null,"./patch_release_issues_bg.js":{__proto__:null,__wbg_Error_208446807d0d1e30:function(arg0,arg1){
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
return Object.keys(arg0)},__wbg_length_b03a0fabb109b1e9:function(arg0){return arg0.length},__wbg_new_37eb45aaf5eeb820:function(){
return new Array},__wbg_new_7075786089b89c5e:function(){return new Map},__wbg_new_cd4348290afae586:function(){return new Object},
__wbg_parse_c3f72b5a24f83c01:function(){return handleError(function(arg0,arg1){return JSON.parse(getStringFromWasm0(arg0,
arg1))},arguments)},__wbg_set_8282f7e0d2d01336:function(arg0,arg1,arg2){return arg0.set(arg1,arg2)},__wbg_set_d2d33b52458e984a:function(arg0,arg1,arg2){
arg0[arg1>>>0]=arg2},__wbg_set_e4b9a833d288759a:function(arg0,arg1,arg2){arg0[arg1]=arg2},__wbindgen_generic_0000000000000001:function(arg0){
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
imports);return __wbg_finalize_init(instance,module2)}var LONG=6e3;function plan2(event){return(event.payload.issue?.body?.length??0)>LONG&&process.getBuiltinModule("node:v8").
setFlagsFromString("--wasm-tiering-budget=1000000000"),load(),plan(event)}function startSweep(event,now){return new Sweep(
event,now)}function failure2(message){try{return load(),failure(message.toWellFormed())}catch{return INTERNAL_ERROR}}var isLoaded=!1;
function load(){isLoaded||(initSync({module:(0,import_node_fs2.readFileSync)(`${__dirname}/../pkg/patch_release_issues_b\
g.wasm`)}),isLoaded=!0)}function text(value){return(value??"").toWellFormed()}var import_node_fs3=require("node:fs"),import_node_path=require("node:path");var BYTE_ORDER_MARK=Buffer.from("\uFEFF"),MOST_BYTES=65537;function readPolicyFile(path,workspace,input="policy"){if(path.
trim()===""||!workspace)return null;try{return readInside((0,import_node_fs3.realpathSync)(workspace),(0,import_node_fs3.realpathSync)(
`${workspace}${import_node_path.sep}${path.trim()}`))}catch(error){let why=error instanceof Outside?"it is outside the w\
orkspace":errorCode(error);if(why==="ENOENT"||why==="ENOTDIR")return null;throw new UsageError(`the file \`${path}\` name\
d by the input \`${input}\` cannot be read (${why}): use a path relative to the workspace`)}}var Outside=class extends Error{};
function readInside(folder,file){if(!file.startsWith(`${folder}${import_node_path.sep}`))throw new Outside;let bytes=readStart(
file,BYTE_ORDER_MARK.length+MOST_BYTES),start=bytes.indexOf(BYTE_ORDER_MARK)===0?BYTE_ORDER_MARK.length:0;return bytes.toString(
"utf8",start,start+MOST_BYTES)}function readStart(file,most){let buffer=Buffer.alloc(most),descriptor=(0,import_node_fs3.openSync)(
file,"r");try{return buffer.subarray(0,(0,import_node_fs3.readSync)(descriptor,buffer))}finally{(0,import_node_fs3.closeSync)(
descriptor)}}var import_node_fs4=require("node:fs");var BYTE_ORDER_MARK2="\uFEFF",ISSUE_MEMBERS=["number","title","body","labels","state","state_reason","html_url","pull_re\
quest"];function readPayload(path){let payload=parse(path);return{issue:readIssue(payload),comment:readComment(payload),
repository:readRepository(payload)}}function parse(path){if(!path)throw new UsageError("GITHUB_EVENT_PATH is not set, so\
 there is no event payload: run this as a step of a GitHub Actions workflow");let text2=readText(path);try{return JSON.parse(
text2.startsWith(BYTE_ORDER_MARK2)?text2.slice(1):text2)}catch{throw new UsageError(`the event payload at ${path} is not\
 JSON: GITHUB_EVENT_PATH must name the file that the runner wrote`)}}function readText(path){try{return(0,import_node_fs4.readFileSync)(
path,"utf8")}catch(error){throw new UsageError(`the event payload at ${path} cannot be read (${errorCode(error)}): check\
 GITHUB_EVENT_PATH`)}}function readIssue(payload){let issue=own(payload,"issue");if(!isObject(issue))return wellFormed(issue??
null);let members=ISSUE_MEMBERS.filter(name=>Object.hasOwn(issue,name));return Object.fromEntries(members.map(name=>[name,
readMember(name,issue[name])]))}function readComment(payload){let body=own(own(payload,"comment"),"body");return typeof body==
"string"?{body:body.toWellFormed()}:null}function readRepository(payload){let branch=own(own(payload,"repository"),"defa\
ult_branch");return typeof branch=="string"?{default_branch:branch.toWellFormed()}:null}function readMember(name,value){
return name==="labels"&&Array.isArray(value)?value.map(readLabel):name==="pull_request"?!!value||null:wellFormed(value)}
function readLabel(label){return isObject(label)?{name:wellFormed(own(label,"name")??null)}:wellFormed(label)}function wellFormed(value){
return typeof value=="string"?value.toWellFormed():Array.isArray(value)?[]:isObject(value)?{}:value}function own(value,name){
return isObject(value)&&Object.hasOwn(value,name)?value[name]:void 0}function isObject(value){return typeof value=="obje\
ct"&&value!==null&&!Array.isArray(value)}var INPUTS=["fail-on","comment","labels","facts","issue-number","policy","sweep","dry-run"];function readEvent(env){let inputs=readInputs(
env);return{name:text(env.GITHUB_EVENT_NAME),repository:text(env.GITHUB_REPOSITORY),ref:text(env.GITHUB_REF),payload:readPayload(
env.GITHUB_EVENT_PATH),inputs,now:new Date().toISOString(),hasToken:readToken(env)!=="",policy:readPolicyFile(inputs.policy,
env.GITHUB_WORKSPACE),answers:[],round:0,done:[],troubles:[]}}function readInputs(env){let inputs=INPUTS.map(name=>[name,
text(env[`INPUT_${name.toUpperCase()}`])]);return Object.fromEntries(inputs)}function readToken(env){return text(env.INPUT_TOKEN).
trim()}async function run(event,plan3,connect2,sweep2=refuse){let github;for(let turn=0;turn<4e3;turn+=1){let next=plan3(event);
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
trouble)}else return next}throw new Error("the core does not finish")}function connect(){return require("./github.cjs").connect(process.env,readToken(process.env))}function sweepAll(event){return sweep(
event,startSweep,require("./github.cjs").connectForSweep(process.env,readToken(process.env)))}async function main(){carryOut(
await run(readEvent(process.env),plan2,connect,sweepAll),process.env)}main().catch(error=>{carryOut(error instanceof UsageError?
failure2(error.message):INTERNAL_ERROR,process.env)});
