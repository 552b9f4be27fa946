#!/usr/bin/env node
// Made by `cargo xtask dist`.
"use strict";process.getBuiltinModule??=(name=>require(name));URL.parse??=(url,base)=>URL.canParse(String(url),base)?new URL(String(url),
base):null;var import_node_fs13=require("node:fs"),import_node_path10=require("node:path");var import_node_fs4=require("node:fs"),import_node_path3=require("node:path");var import_node_fs=require("node:fs"),import_node_path=require("node:path");var Report=class{__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,ReportFinalization.unregister(this),
ptr}free(){let ptr=this.__destroy_into_raw();wasm.__wbg_report_free(ptr,0)}add(part){let ret=wasm.report_add(this.__wbg_ptr,
part);if(ret[1])throw takeFromExternrefTable0(ret[0])}finish(){let ptr=this.__destroy_into_raw(),ret=wasm.report_finish(
ptr);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}merge(text3){let ptr0=passStringToWasm0(
text3,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.report_merge(this.__wbg_ptr,ptr0,len0);
if(ret[1])throw takeFromExternrefTable0(ret[0])}constructor(options){let ret=wasm.report_new(options);if(ret[2])throw takeFromExternrefTable0(
ret[1]);return this.__wbg_ptr=ret[0],ReportFinalization.register(this,this.__wbg_ptr,this),this}previous(text3){let ptr0=passStringToWasm0(
text3,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.report_previous(this.__wbg_ptr,ptr0,
len0);if(ret[2])throw takeFromExternrefTable0(ret[1]);return ret[0]!==0}since(repository){let ptr0=passStringToWasm0(repository,
wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.report_since(this.__wbg_ptr,ptr0,len0),v2;
return ret[0]!==0&&(v2=getStringFromWasm0(ret[0],ret[1]),wasm.__wbindgen_free(ret[0],ret[1]*1,1)),v2}wantedPullRequests(){
let ret=wasm.report_wantedPullRequests(this.__wbg_ptr);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(
ret[0])}};Symbol.dispose&&(Report.prototype[Symbol.dispose]=Report.prototype.free);var Reporting=class{__destroy_into_raw(){
let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,ReportingFinalization.unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();
wasm.__wbg_reporting_free(ptr,0)}add(part){let ret=wasm.reporting_add(this.__wbg_ptr,part);if(ret[1])throw takeFromExternrefTable0(
ret[0])}ask(){let ret=wasm.reporting_ask(this.__wbg_ptr);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(
ret[0])}static explain(trouble){let deferred2_0,deferred2_1;try{let ret=wasm.reporting_explain(trouble);var ptr1=ret[0],
len1=ret[1];if(ret[3])throw ptr1=0,len1=0,takeFromExternrefTable0(ret[2]);return deferred2_0=ptr1,deferred2_1=len1,getStringFromWasm0(
ptr1,len1)}finally{wasm.__wbindgen_free(deferred2_0,deferred2_1,1)}}fail(trouble){let ret=wasm.reporting_fail(this.__wbg_ptr,
trouble);if(ret[1])throw takeFromExternrefTable0(ret[0])}static fileQuery(repository,path){let ptr0,len0,ptr1,len1;try{ptr0=
passStringToWasm0(repository,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ptr1=passStringToWasm0(
path,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN}catch(e){throw ptr1&&wasm.__wbindgen_free(ptr1,
len1*1,1),ptr0&&wasm.__wbindgen_free(ptr0,len0*1,1),e}let ret=wasm.reporting_fileQuery(ptr0,len0,ptr1,len1);if(ret[2])throw takeFromExternrefTable0(
ret[1]);return takeFromExternrefTable0(ret[0])}static fileText(input,path,body){let deferred5_0,deferred5_1;try{let ptr0,
len0,ptr1,len1,ptr2,len2;try{ptr0=passStringToWasm0(input,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,
ptr1=passStringToWasm0(path,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN,ptr2=passStringToWasm0(
body,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len2=WASM_VECTOR_LEN}catch(e){throw ptr2&&wasm.__wbindgen_free(ptr2,
len2*1,1),ptr1&&wasm.__wbindgen_free(ptr1,len1*1,1),ptr0&&wasm.__wbindgen_free(ptr0,len0*1,1),e}let ret=wasm.reporting_fileText(
ptr0,len0,ptr1,len1,ptr2,len2);var ptr4=ret[0],len4=ret[1];if(ret[3])throw ptr4=0,len4=0,takeFromExternrefTable0(ret[2]);
return deferred5_0=ptr4,deferred5_1=len4,getStringFromWasm0(ptr4,len4)}finally{wasm.__wbindgen_free(deferred5_0,deferred5_1,
1)}}finish(){let ptr=this.__destroy_into_raw(),ret=wasm.reporting_finish(ptr);if(ret[2])throw takeFromExternrefTable0(ret[1]);
return takeFromExternrefTable0(ret[0])}merge(text3){let ptr0=passStringToWasm0(text3,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),
len0=WASM_VECTOR_LEN,ret=wasm.reporting_merge(this.__wbg_ptr,ptr0,len0);if(ret[1])throw takeFromExternrefTable0(ret[0])}constructor(inputs){
let ret=wasm.reporting_new(inputs);if(ret[2])throw takeFromExternrefTable0(ret[1]);return this.__wbg_ptr=ret[0],ReportingFinalization.
register(this,this.__wbg_ptr,this),this}note(text3){let ptr0=passStringToWasm0(text3,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),
len0=WASM_VECTOR_LEN;wasm.reporting_note(this.__wbg_ptr,ptr0,len0)}previous(text3){let ptr0=passStringToWasm0(text3,wasm.
__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN;wasm.reporting_previous(this.__wbg_ptr,ptr0,len0)}progress(){
let deferred1_0,deferred1_1;try{let ret=wasm.reporting_progress(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],
getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}take(body){let ptr0=passStringToWasm0(
body,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.reporting_take(this.__wbg_ptr,ptr0,len0);
if(ret[1])throw takeFromExternrefTable0(ret[0])}};Symbol.dispose&&(Reporting.prototype[Symbol.dispose]=Reporting.prototype.
free);function runCommand(request){let deferred2_0,deferred2_1;try{let ptr0=passStringToWasm0(request,wasm.__wbindgen_malloc,wasm.
__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.runCommand(ptr0,len0);return deferred2_0=ret[0],deferred2_1=ret[1],getStringFromWasm0(
ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred2_0,deferred2_1,1)}}function __wbg_get_imports(){return{__proto__:null,"./report_bg.js":{__proto__:null,__wbg_Error_208446807d0d1e30:function(arg0,arg1){
return Error(getStringFromWasm0(arg0,arg1))},__wbg_Number_ff192a72a0dcdf6d:function(arg0){return Number(arg0)},__wbg_String_8564e559799eccda:function(arg0,arg1){
let ret=String(arg1),ptr1=passStringToWasm0(ret,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN;getDataViewMemory0().
setInt32((arg0>>>0)+4,len1,!0),getDataViewMemory0().setInt32((arg0>>>0)+0,ptr1,!0)},__wbg___wbindgen_bigint_get_as_i64_11da4b52cd0aedef:function(arg0,arg1){
let v=arg1,ret=typeof v=="bigint"?v:void 0;getDataViewMemory0().setBigInt64((arg0>>>0)+8,isLikeNone(ret)?BigInt(0):ret,!0),
getDataViewMemory0().setInt32((arg0>>>0)+0,!isLikeNone(ret),!0)},__wbg___wbindgen_boolean_get_4f1baf9a00be3c74:function(arg0){
let v=arg0,ret=typeof v=="boolean"?v:void 0;return isLikeNone(ret)?16777215:ret?1:0},__wbg___wbindgen_debug_string_f249a2a76caa9a55:function(arg0,arg1){
let ret=debugString(arg1),ptr1=passStringToWasm0(ret,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN;
getDataViewMemory0().setInt32((arg0>>>0)+4,len1,!0),getDataViewMemory0().setInt32((arg0>>>0)+0,ptr1,!0)},__wbg___wbindgen_in_3f58a9d3b3a7eed2:function(arg0,arg1){
return arg0 in arg1},__wbg___wbindgen_is_bigint_5fa10641e039d3ef:function(arg0){return typeof arg0=="bigint"},__wbg___wbindgen_is_function_741ff2bb612836f5:function(arg0){
return typeof arg0=="function"},__wbg___wbindgen_is_null_c22311b1cc228e3a:function(arg0){return arg0===null},__wbg___wbindgen_is_object_8b968c3ab8e96595:function(arg0){
let val=arg0;return typeof val=="object"&&val!==null},__wbg___wbindgen_is_string_fc456fee5d3317de:function(arg0){return typeof arg0==
"string"},__wbg___wbindgen_is_undefined_be5b34249ff1fc15:function(arg0){return arg0===void 0},__wbg___wbindgen_jsval_eq_38d7bfbe4cc84039:function(arg0,arg1){
return arg0===arg1},__wbg___wbindgen_jsval_loose_eq_b2f214e2e4b30e36:function(arg0,arg1){return arg0==arg1},__wbg___wbindgen_number_get_934b640d0889af78:function(arg0,arg1){
let obj=arg1,ret=typeof obj=="number"?obj:void 0;getDataViewMemory0().setFloat64((arg0>>>0)+8,isLikeNone(ret)?0:ret,!0),
getDataViewMemory0().setInt32((arg0>>>0)+0,!isLikeNone(ret),!0)},__wbg___wbindgen_string_get_7ce8eee7fd327545:function(arg0,arg1){
let obj=arg1,ret=typeof obj=="string"?obj:void 0;var ptr1=isLikeNone(ret)?0:passStringToWasm0(ret,wasm.__wbindgen_malloc,
wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN;getDataViewMemory0().setInt32((arg0>>>0)+4,len1,!0),getDataViewMemory0().setInt32(
(arg0>>>0)+0,ptr1,!0)},__wbg___wbindgen_throw_4c88d8bf264fd984:function(arg0,arg1){throw new Error(getStringFromWasm0(arg0,
arg1))},__wbg_call_40b008ba32f73991:function(){return handleError(function(arg0,arg1){return arg0.call(arg1)},arguments)},
__wbg_done_57e08d0be6e30c02:function(arg0){return arg0.done},__wbg_entries_7bb1459bd9b5c2b9:function(arg0){return Object.
entries(arg0)},__wbg_flat_780743f4e812f561:function(arg0,arg1){return arg0.flat(arg1)},__wbg_from_eac91875c8a5ffa4:function(arg0){
return Array.from(arg0)},__wbg_get_2080c49015e35254:function(){return handleError(function(arg0,arg1){return Reflect.get(
arg0,arg1)},arguments)},__wbg_get_635eea311fa1a291:function(){return handleError(function(arg0,arg1){return Reflect.get(
arg0,arg1)},arguments)},__wbg_get_d7176cfb76d71114:function(arg0,arg1){return arg0[arg1>>>0]},__wbg_get_unchecked_e6325ad374eff861:function(arg0,arg1){
return arg0[arg1>>>0]},__wbg_get_with_ref_key_fc601247060b7204:function(arg0,arg1){return arg0[arg1]},__wbg_instanceof_ArrayBuffer_12cdaa4161423e6b:function(arg0){
let result;try{result=arg0 instanceof ArrayBuffer}catch{result=!1}return result},__wbg_instanceof_Map_0b4fc8b62e73f163:function(arg0){
let result;try{result=arg0 instanceof Map}catch{result=!1}return result},__wbg_instanceof_Uint8Array_d7aeb0dcb3108fea:function(arg0){
let result;try{result=arg0 instanceof Uint8Array}catch{result=!1}return result},__wbg_isArray_bcf1376d0d732d08:function(arg0){
return Array.isArray(arg0)},__wbg_isSafeInteger_1a35ba4d31e71d38:function(arg0){return Number.isSafeInteger(arg0)},__wbg_iterator_e4c5e8f68ada7b58:function(){
return Symbol.iterator},__wbg_keys_105f5c0857898f84:function(arg0){return Object.keys(arg0)},__wbg_length_186163212ffe79c3:function(arg0){
return arg0.length},__wbg_length_b03a0fabb109b1e9:function(arg0){return arg0.length},__wbg_new_13de428334042d26:function(arg0){
return new Uint8Array(arg0)},__wbg_new_37eb45aaf5eeb820:function(){return new Array},__wbg_new_7075786089b89c5e:function(){
return new Map},__wbg_new_cd4348290afae586:function(){return new Object},__wbg_next_178c1651c11432b3:function(arg0){return arg0.
next},__wbg_next_af5ac6a08bb0a717:function(){return handleError(function(arg0){return arg0.next()},arguments)},__wbg_of_e7ea0fcd535c1444:function(arg0,arg1){
return Array.of(arg0,arg1)},__wbg_parse_c3f72b5a24f83c01:function(){return handleError(function(arg0,arg1){return JSON.parse(
getStringFromWasm0(arg0,arg1))},arguments)},__wbg_prototypesetcall_13162965d1fe7aa3:function(arg0,arg1,arg2){Uint8Array.
prototype.set.call(getArrayU8FromWasm0(arg0,arg1),arg2)},__wbg_push_c9f4893fc209f768:function(arg0,arg1){return arg0.push(
arg1)},__wbg_set_2793479888329cb6:function(){return handleError(function(arg0,arg1,arg2){return Reflect.set(arg0,arg1,arg2)},
arguments)},__wbg_set_8282f7e0d2d01336:function(arg0,arg1,arg2){return arg0.set(arg1,arg2)},__wbg_set_d2d33b52458e984a:function(arg0,arg1,arg2){
arg0[arg1>>>0]=arg2},__wbg_set_e4b9a833d288759a:function(arg0,arg1,arg2){arg0[arg1]=arg2},__wbg_stringify_0a0fbf2ef722380a:function(){
return handleError(function(arg0){return JSON.stringify(arg0)},arguments)},__wbg_value_e0f328965e184931:function(arg0){return arg0.
value},__wbindgen_generic_0000000000000001:function(arg0){return arg0},__wbindgen_generic_0000000000000002:function(arg0){
return arg0},__wbindgen_generic_0000000000000003:function(arg0,arg1){return getStringFromWasm0(arg0,arg1)},__wbindgen_generic_0000000000000004:function(arg0){
return BigInt.asUintN(64,arg0)},__wbindgen_init_externref_table:function(){let table=wasm.__wbindgen_externrefs;table.set(
0,void 0),table.set(1024,void 0),table.set(1025,null),table.set(1026,!0),table.set(1027,!1)}}}}var ReportFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_report_free(ptr,1)),ReportingFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_reporting_free(ptr,1));function addToExternrefTable0(obj){
let idx=wasm.__externref_table_alloc();return wasm.__wbindgen_externrefs.set(idx,obj),idx}function debugString(val){switch(typeof val){case"\
number":case"boolean":case"undefined":return`${val}`;case"string":return JSON.stringify(val);case"bigint":return`${val}n`;case"\
symbol":return val.description!==void 0?`Symbol(${val.description})`:"Symbol";case"function":return typeof val.name=="st\
ring"&&val.name!==""?`Function(${val.name})`:"Function";case"object":{if(val===null)return"null";if(Array.isArray(val))return"\
["+Array.from(val,debugString).join(", ")+"]";if(val instanceof Error)return`${val.name}: ${val.message}
${val.stack}`;let toStringOutput=toString.call(val),className=/\[object ([^\]]+)\]/.exec(toStringOutput)?.[1];if(className===
void 0)return toStringOutput;if(className==="Object")try{return"Object("+JSON.stringify(val)+")"}catch{return"Object"}return className}}}
function getArrayU8FromWasm0(ptr,len){return ptr=ptr>>>0,getUint8ArrayMemory0().subarray(ptr/1,ptr/1+len)}var cachedDataViewMemory0=null;
function getDataViewMemory0(){return(cachedDataViewMemory0===null||cachedDataViewMemory0.buffer.detached===!0||cachedDataViewMemory0.
buffer.detached===void 0&&cachedDataViewMemory0.buffer!==wasm.memory.buffer)&&(cachedDataViewMemory0=new DataView(wasm.memory.
buffer)),cachedDataViewMemory0}function getStringFromWasm0(ptr,len){return ptr=ptr>>>0,decodeText(getUint8ArrayMemory0().
subarray(ptr,ptr+len))}var cachedUint8ArrayMemory0=null;function getUint8ArrayMemory0(){return(cachedUint8ArrayMemory0===
null||cachedUint8ArrayMemory0.byteLength===0)&&(cachedUint8ArrayMemory0=new Uint8Array(wasm.memory.buffer)),cachedUint8ArrayMemory0}
function handleError(f,args){try{return f.apply(this,args)}catch(e){let idx=addToExternrefTable0(e);wasm.__wbindgen_exn_store(
idx)}}function isLikeNone(x){return x==null}function passStringToWasm0(arg,malloc,realloc){if(realloc===void 0){let buf=cachedTextEncoder.
encode(arg),ptr2=malloc(buf.length,1)>>>0;return getUint8ArrayMemory0().subarray(ptr2,ptr2+buf.length).set(buf),WASM_VECTOR_LEN=
buf.length,ptr2}let len=arg.length,ptr=malloc(len,1)>>>0,mem=getUint8ArrayMemory0(),offset=0;for(;offset<len;offset++){let code=arg.
charCodeAt(offset);if(code>127)break;mem[ptr+offset]=code}if(offset!==len){offset!==0&&(arg=arg.slice(offset)),ptr=realloc(
ptr,len,len=offset+arg.length*3,1)>>>0;let view=getUint8ArrayMemory0().subarray(ptr+offset,ptr+len),ret=cachedTextEncoder.
encodeInto(arg,view);offset+=ret.written,ptr=realloc(ptr,len,offset,1)>>>0}return WASM_VECTOR_LEN=offset,ptr}function takeFromExternrefTable0(idx){
let value=wasm.__wbindgen_externrefs.get(idx);return wasm.__externref_table_dealloc(idx),value}var cachedTextDecoder=new TextDecoder(
"utf-8",{ignoreBOM:!0});cachedTextDecoder.decode();var MAX_SAFARI_DECODE_BYTES=2146435072,numBytesDecoded=0;function decodeText(bytes){
return numBytesDecoded+=bytes.length,numBytesDecoded>=MAX_SAFARI_DECODE_BYTES&&(cachedTextDecoder=new TextDecoder("utf-8",
{ignoreBOM:!0}),cachedTextDecoder.decode(),numBytesDecoded=bytes.length),cachedTextDecoder.decode(bytes)}var cachedTextEncoder=new TextEncoder;
"encodeInto"in cachedTextEncoder||(cachedTextEncoder.encodeInto=function(arg,view){let buf=cachedTextEncoder.encode(arg);
return view.set(buf),{read:arg.length,written:buf.length}});var WASM_VECTOR_LEN=0,wasmModule,wasmInstance,wasm;function __wbg_finalize_init(instance,module2){
return wasmInstance=instance,wasm=instance.exports,wasmModule=module2,cachedDataViewMemory0=null,cachedUint8ArrayMemory0=
null,wasm.__wbindgen_start(),wasm}function initSync(module2){if(wasm!==void 0)return wasm;module2!==void 0&&(Object.getPrototypeOf(module2)===Object.prototype?
{module:module2}=module2:console.warn("using deprecated parameters for `initSync()`; pass a single object instead"));let imports=__wbg_get_imports();
module2 instanceof WebAssembly.Module||(module2=new WebAssembly.Module(module2));let instance=new WebAssembly.Instance(module2,
imports);return __wbg_finalize_init(instance,module2)}function load(){return initSync({module:(0,import_node_fs.readFileSync)((0,import_node_path.join)(__dirname,"report/repo\
rt_bg.wasm"))}),Reporting}function run(request){return load(),JSON.parse(runCommand(JSON.stringify(request,(_,value)=>typeof value==
"string"?value.toWellFormed():value)))}var HEADERS=["content-type","location","retry-after","x-ratelimit-remaining","x-ratelimit-reset"];function transport(env){
let agents=new Map;return(address,init)=>{let url=new URL(address),http=process.getBuiltinModule(url.protocol==="https:"?
"node:https":"node:http"),agent=agents.get(url.protocol)??new http.Agent({keepAlive:!0,proxyEnv:env});return agents.set(
url.protocol,agent),exchange(http,url,agent,init)}}function exchange(http,url,agent,{method,headers,body,signal}){return new Promise(
(resolve5,reject)=>{let request=http.request(url,{agent,method,headers,signal});request.on("error",reject),request.on("r\
esponse",message=>collect(message,url).then(resolve5,reject)),request.end(body)})}async function collect(message,url){let chunks2=[],
length=0;for await(let chunk of message)if(chunks2.push(chunk),length+=chunk.length,length>67108864)throw Object.assign(
new Error("the response is too long"),{code:"EMSGSIZE"});let bytes=Buffer.concat(chunks2);return{status:message.statusCode??
0,url:url.href,headers:new Map(HEADERS.flatMap(name=>name in message.headers?[[name,String(message.headers[name])]]:[])),
text:async()=>bytes.toString("utf8"),arrayBuffer:async()=>new Uint8Array(bytes).buffer}}var Stop=class extends Error{},WrongOptions=class extends Stop{};function codeOf(error){return error instanceof Error&&"\
code"in error?String(error.code):String(error)}var import_node_child_process=require("node:child_process");function findToken(env){let token=(env.GITHUB_TOKEN||env.GH_TOKEN||"").trim()||tokenOfGh(env);if(token==="")throw new Stop(
"this reads from GitHub and needs a token: run `gh auth login`, or put one that may read the repository into GITHUB_TOKE\
N");if(!/^[\x21-\x7e]+$/.test(token))throw new Stop("the token has characters that no token has: copy it again");return token}
function tokenOfGh(env){let{hostname}=addresses(env).api,host=hostname==="api.github.com"?"github.com":hostname;try{return(0,import_node_child_process.execFileSync)(
"gh",["auth","token","--hostname",host],{encoding:"utf8",stdio:["ignore","pipe","ignore"],timeout:1e4}).trim()}catch{return""}}
function addresses(env){let api=URL.parse(env.GITHUB_API_URL||"https://api.github.com");if(api===null||api.username||api.
password||!(api.protocol==="https:"||isLoopback(api)))throw new Stop("GITHUB_API_URL is not an https address, so the tok\
en is not sent to it");let base=api.href.replace(/\/$/,""),usual=new URL(base.endsWith("/api/v3")?base.replace(/v3$/,"gr\
aphql"):`${base}/graphql`),named=URL.parse(env.GITHUB_GRAPHQL_URL??""),server=api.hostname==="api.github.com"?"https://g\
ithub.com":api.origin;return{api:new URL(base),graphql:named?.origin===api.origin?named:usual,server:new URL(server)}}function isLoopback({
protocol,hostname}){return protocol==="http:"&&(hostname==="localhost"||hostname==="[::1]"||/^127(\.\d{1,3}){3}$/.test(hostname))}var MOST_REDIRECTS=3,MOST_MILLISECONDS=3e4,isAddress=name=>/^https?:\/\//i.test(name);async function download(address,env){
let signal=AbortSignal.timeout(MOST_MILLISECONDS),fetch2=transport(env),url=allowed(URL.parse(address),!0);for(let count=0;;count+=
1){let reply=await get(fetch2,url,signal);if(reply.status===200)return text(new Uint8Array(await reply.arrayBuffer?.()??
[]));let target=reply.headers.get("location");if(![301,302,303,307,308].includes(reply.status)||!target)throw new Stop(`\
the server answers ${reply.status}`);if(count===MOST_REDIRECTS)throw new Stop(`the server redirects more than ${MOST_REDIRECTS}\
 times`);url=allowed(URL.parse(target,url),isLoopback(url))}}function allowed(url,mayBeLoopback){if(url===null||url.username||
url.password)throw new Stop("this is not an address that can be read");if(url.protocol!=="https:"&&!(mayBeLoopback&&isLoopback(
url)))throw new Stop("the address, or where it redirects to, is not an https address");return url}async function get(fetch2,url,signal){
try{let headers={accept:"application/json","user-agent":"patch-release-issues"};return await fetch2(url.href,{method:"GE\
T",headers,redirect:"manual",signal})}catch(error){let reasons=new Map([["EMSGSIZE","it is larger than 64 MiB"],["ABORT_\
ERR","it took longer than 30 seconds"]]),code=codeOf(error);throw new Stop(reasons.get(code)??`it cannot be read (${code}\
)`)}}function text(bytes){try{return new TextDecoder("utf-8",{fatal:!0}).decode(bytes)}catch{throw new Stop("it is not t\
ext in UTF-8")}}var import_node_fs2=require("node:fs"),import_node_path2=require("node:path");var MOST_BYTES=16*1024*1024,MOST_OF_REPORT=64*1024*1024;function readText(file,most=MOST_BYTES){let bytes=readBytes(file,
most);try{let text3=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(bytes);return text3.startsWith("\uFEFF")?{text:text3.
slice(1),mark:"\uFEFF"}:{text:text3,mark:""}}catch{throw new Stop("it is not text in UTF-8")}}function readBytes(file,most){
let descriptor;try{return descriptor=file===0?0:(0,import_node_fs2.openSync)(file,"r"),readAll(descriptor,most)}catch(error){
throw error instanceof Stop?error:new Stop(`it cannot be read (${codeOf(error)})`)}finally{descriptor&&(0,import_node_fs2.closeSync)(
descriptor)}}function readAll(descriptor,most){let chunks2=[],length=0;for(;;){let chunk=Buffer.allocUnsafe(65536),count=readSome(
descriptor,chunk);if(count===0)return Buffer.concat(chunks2,length);if(chunks2.push(chunk.subarray(0,count)),length+=count,
length>most)throw new Stop(`it is larger than ${most/1024/1024} MiB`)}}function readSome(descriptor,chunk){for(;;)try{return(0,import_node_fs2.readSync)(
descriptor,chunk)}catch(error){if(codeOf(error)==="EOF")return 0;if(codeOf(error)!=="EAGAIN")throw error;Atomics.wait(new Int32Array(
new SharedArrayBuffer(4)),0,0,5)}}function replaceFile(path,text3){let folder;try{let file=(0,import_node_fs2.realpathSync)(
path);folder=(0,import_node_fs2.mkdtempSync)((0,import_node_path2.join)((0,import_node_path2.dirname)(file),`.${(0,import_node_path2.basename)(
file)}-`));let fresh2=(0,import_node_path2.join)(folder,(0,import_node_path2.basename)(file)),descriptor=(0,import_node_fs2.openSync)(
fresh2,"wx");try{(0,import_node_fs2.writeFileSync)(descriptor,text3),(0,import_node_fs2.fsyncSync)(descriptor)}finally{(0,import_node_fs2.closeSync)(
descriptor)}(0,import_node_fs2.chmodSync)(fresh2,(0,import_node_fs2.statSync)(file).mode),(0,import_node_fs2.renameSync)(
fresh2,file)}catch(error){throw new Stop(`${path}: it cannot be written (${codeOf(error)})`)}finally{folder!==void 0&&(0,import_node_fs2.rmSync)(
folder,{recursive:!0,force:!0})}}var import_node_fs3=require("node:fs"),import_node_tty=require("node:tty"),STANDARD_OUTPUT=1,STANDARD_ERROR=2,print=text3=>writeAll(
STANDARD_OUTPUT,text3),printError=text3=>writeAll(STANDARD_ERROR,text3);function stream(env){let isTerminal=(0,import_node_tty.isatty)(
STANDARD_OUTPUT);return{isTerminal,hasColors:isTerminal&&!env.NO_COLOR&&env.TERM!=="dumb"}}var canAsk=()=>(0,import_node_tty.isatty)(
0)&&(0,import_node_tty.isatty)(STANDARD_ERROR);function writeAll(descriptor,text3){let bytes=Buffer.from(text3);for(;bytes.
length>0;)try{bytes=bytes.subarray((0,import_node_fs3.writeSync)(descriptor,bytes))}catch(error){let{code}=error;if(code===
"EPIPE"||code==="EBADF")return;if(code!=="EAGAIN")throw error;Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,
1)}}var USUAL=["known-issues.json","known-issues/known-issues.json"];async function affected({values,positionals,env}){let[version,
...others]=positionals;if(version===void 0||others.length>0)throw new WrongOptions("name one version, such as v1.6.2");let reportName=fileOf(
values.report??USUAL.find(path=>(0,import_node_fs4.existsSync)(path))??USUAL[0]);return run({command:"affected",version,
...await read(reportName,env),reportName,repository:values.repository??null,critical:values.critical,strict:values.strict,
format:values.format,stream:stream(env),now:new Date().toISOString()})}function fileOf(name){return isAddress(name)?URL.
parse(name)?.pathname.endsWith("/")?new URL("known-issues.json",name).href:name:(0,import_node_fs4.existsSync)(name)&&(0,import_node_fs4.statSync)(
name).isDirectory()?(0,import_node_path3.join)(name,"known-issues.json"):name}async function read(name,env){try{return{report:isAddress(
name)?await download(name,env):readText(name,MOST_OF_REPORT).text}}catch(error){if(!(error instanceof Stop))throw error;
return{report:null,error:error.message}}}var JUDGING=`  --policy FILE       the repository's rules; without it, Kubernetes' rules apply
  --label NAME        a label of the issue; may be repeated. Without it, a description gets no findings about labels
  --title TEXT        the title of the issue
  --closed            judge as if the issue was closed as completed
  --stdin-filename F  the name of standard input; its end tells what it contains`,EXIT_CODES="Exit codes: 0 nothing was \
found, 1 something was, 2 the command could not do what it was asked.",HELP={"":`Judges issues that track known problems\
 in patch releases.

Usage: patch-release-issues COMMAND [OPTIONS]

Commands:
  check FILE… | -    judge descriptions, issues and policy files
  fix FILE… | -      correct descriptions
  affected VERSION   what affects a release, from a known-issues report
  new                the text that an issue starts with
  report DUMP…       make a known-issues report
  setup              add the workflow, the templates and the policy to this repository

Options:
  --help             this help; with a command, the help of that command
  --version          the version of this program

${EXIT_CODES}
`,check:`Judges descriptions, issues and policy files.

Usage: patch-release-issues check [OPTIONS] INPUT…

An input is a description (.md), an issue as GitHub's API returns it (.json), a policy file (.yml), \`-\` for standard
input, or owner/repo#N for an issue on GitHub, which needs a token. Every input is in scope.

Options:
${JUDGING}
  --format FORMAT     text (default), json, github or sarif
  --fail-on SEVERITY  the lowest severity that makes the exit code 1: error (default), warning or never

${EXIT_CODES}
`,fix:`Corrects descriptions, and prints the result.

Usage: patch-release-issues fix [OPTIONS] INPUT…

Options:
  --write             replace the files instead
  --diff              print what changes; several inputs need --write or --diff
${JUDGING}

The exit code is 1 while errors remain that a person must correct, 2 if something could not be done.
`,affected:`Says what affects a release, where it is fixed, and what to upgrade to.

Usage: patch-release-issues affected [OPTIONS] VERSION

Options:
  --report FILE|URL   a known-issues.json, or its folder; the default is known-issues.json or known-issues/ here. URLs
                      are https, or http on this machine; no token is ever sent
  --repository NAME   owner/name, if the report has several repositories
  --critical          only issues of the most urgent priority count
  --strict            unknown counts as affected
  --format FORMAT     text (default) or json

Exit codes: 0 nothing is known to affect it, 1 something does, 2 the report cannot be read or does not know the version.\

`,new:`Prints the text that an issue starts with. In a terminal it asks for the versions.

Usage: patch-release-issues new [OPTIONS]

Options:
  --introduced-in VERSION  the first release with the problem; may be repeated, one for each branch
  --resolved-in VERSION    the first release with the fix, likewise
  --not-affected BRANCH    a branch that never had it, likewise
  --policy FILE            the repository's rules
`,report:`Makes a known-issues report.

Usage: patch-release-issues report [OPTIONS] [DUMP…]

A dump is a file of issues as GitHub's API lists them (.json, .ndjson), or a folder of such files.

Options:
  --output DIR        the folder of the report; the default is known-issues
  --fetch owner/repo  read from GitHub, with a token; may be repeated
  --policy FILE       the repository's rules
  --previous FILE     an earlier known-issues.json to continue
  --merge FILE        a known-issues.json of other repositories; may be repeated
  --versions LIST     report on these releases and branches only
`,setup:`Adds the workflow, the issue templates and a policy file to this checkout, and lists the labels to create.

Usage: patch-release-issues setup [OPTIONS]

Options:
  --repository NAME   owner/name; the default is that of the remote \`origin\`
  --offline           do not look at the labels on GitHub
  --labels            create the labels, with a token
  --force             replace files that differ
  --dry-run           show what would be written, and write nothing

The exit code is 1 if a file differs and is kept.
`};var import_node_fs6=require("node:fs");var import_node_fs5=require("node:fs"),import_node_path4=require("node:path"),import_node_url=require("node:url");function placeOf(path){
let file=real((0,import_node_path4.resolve)(path)),root=rootOf((0,import_node_path4.dirname)(file));if(root===null)return{
path:null,uri:(0,import_node_url.pathToFileURL)(file).href};let inside=(0,import_node_path4.relative)(root,file).split(import_node_path4.sep).
join("/");return{path:inside,uri:addressOf(inside)}}function addressOf(path){return path.toWellFormed().split("/").map(encodeURIComponent).
join("/").replace(/^([^/]*):/,"./$1:")}function rootOf(folder){return(0,import_node_fs5.existsSync)((0,import_node_path4.join)(
folder,".git"))?folder:(0,import_node_path4.dirname)(folder)===folder?null:rootOf((0,import_node_path4.dirname)(folder))}
function real(file){try{return(0,import_node_fs5.realpathSync)(file)}catch{return file}}function connected(env){let{api,graphql,server}=addresses(env),address=url=>url.href.replace(/\/$/,"");return{...env,GITHUB_API_URL:address(
api),GITHUB_GRAPHQL_URL:address(graphql),GITHUB_SERVER_URL:address(server)}}var github=()=>require("./github.cjs");async function readIssue(name,env){
let[,owner,repo,number]=REMOTE.exec(name),token=findToken(env),place=connected(env),reply=await github().read(place,token,
"/repos/{owner}/{repo}/issues/{number}",{owner,repo,number});if(reply.status!==200)throw new Stop(failure(reply,String(owner),
String(repo)));return{text:JSON.stringify(reply.data),uri:`${place.GITHUB_SERVER_URL}/${owner}/${repo}/issues/${number}`}}
var REMOTE=/^([A-Za-z0-9][A-Za-z0-9_-]*)\/([A-Za-z0-9._-]+)#(\d{1,10})$/,isRemote=name=>REMOTE.test(name)&&!/\/\.{1,2}#/.
test(name);function failure({status,code},owner,repo){switch(status){case null:return`GitHub cannot be reached (${code})`;case 401:
return"GitHub does not accept the token: run `gh auth login`, or renew it";case 404:case 410:return`it does not exist, o\
r the token may not read ${owner}/${repo}`;default:return`GitHub answers ${status}`}}async function readInputs(names,stdinName,env){let inputs=[];for(let name of names)inputs.push(await readInput(name,stdinName,
env));return inputs}async function readInput(name,stdinName,env){let input=placed(name,stdinName);try{let read3=input.kind===
"remote"?await readIssue(name,env):readText(name==="-"?0:name),text3=input.kind==="issue"?withoutHalves(read3.text):read3.
text;return{...input,...read3,text:text3}}catch(error){if(!(error instanceof Stop))throw error;return{...input,error:error.
message}}}function placed(name,stdinName){if(name==="-")return{name:stdinName,kind:kindOf(stdinName),uri:addressOf(stdinName),
path:null,mark:""};if(isRemote(name)&&!(0,import_node_fs6.existsSync)(name)){let[repository,number]=name.split("#");return{
name,kind:"remote",uri:`https://github.com/${repository}/issues/${number}`,path:null,mark:""}}return{name,kind:kindOf(name),
...placeOf(name),mark:""}}function kindOf(name){return/\.json$/i.test(name)?"issue":/\.ya?ml$/i.test(name)?"policy":"des\
cription"}function withoutHalves(text3){try{return JSON.stringify(JSON.parse(text3,(_,value)=>typeof value=="string"?value.
toWellFormed():value))}catch{return text3}}function readPolicy(path){if(path===void 0)return{policy:null,policyName:""};
try{return{policy:readText(path).text,policyName:path}}catch(error){throw error instanceof Stop?new Stop(`${path}: ${error.
message}`):error}}async function check({values,positionals,env}){let{inputs,options}=await read2(values,positionals,env);return run({command:"\
check",inputs,options,format:values.format,failOn:values["fail-on"],stream:stream(env)})}async function fix({values,positionals,
env}){let{write,diff}=values;if(positionals.length>1&&!write&&!diff)throw new WrongOptions("several inputs need --write \
or --diff");if(write&&positionals.includes("-"))throw new WrongOptions("standard input cannot be written");let{inputs,options}=await read2(
values,positionals,env),printed=run({command:"fix",inputs,options,write,diff,stream:stream(env)});for(let[index,text3]of printed.
writes){let{name,mark}=inputs[Number(index)];try{replaceFile(name,mark+text3)}catch(error){if(!(error instanceof Stop))throw error;
printed.stderr+=run({command:"refuse",why:error.message}).stderr,printed.exitCode=2}}return printed}async function read2(values,names,env){
if(names.length===0)throw new WrongOptions("name a file, or `-` for standard input");if(names.filter(name=>name==="-").length>
1)throw new Stop("standard input can be read only once");let options={...readPolicy(values.policy),title:values.title??null,
labels:values.label??null,closed:values.closed};return{inputs:await readInputs(names,values["stdin-filename"],env),options}}var import_node_readline=require("node:readline");var QUESTIONS=[["introduced-in","First release with the problem on each branch, such as v1.6.2 (empty if unknown): "],["\
resolved-in","First release with the fix on each branch (empty if there is none yet): "],["not-affected","Branches that \
never had the problem, such as v1.8 (empty for none): "]];async function fresh({values,positionals,env}){if(positionals.
length>0)throw new WrongOptions("`new` takes no files");let policy=readPolicy(values.policy),answers=QUESTIONS.some(([name])=>values[name]!==
void 0)||!canAsk()?values:await ask(),[introducedIn,resolvedIn,notAffected]=QUESTIONS.map(([name])=>answers[name]??[]);return run(
{command:"new",...policy,introducedIn,resolvedIn,notAffected,stream:stream(env)})}async function ask(){let input=(0,import_node_readline.createInterface)(
{input:process.stdin}),lines2=input[Symbol.asyncIterator](),answers={};for(let[name,question]of QUESTIONS){printError(question);
let{value}=await lines2.next();answers[name]=(value??"").split(/[\s,]+/).filter(word=>word!=="")}return input.close(),answers}var import_node_util=require("node:util");var JUDGING2={policy:{type:"string"},label:{type:"string",multiple:!0},title:{type:"string"},closed:{type:"boolean",default:!1},
"stdin-filename":{type:"string",default:"stdin.md"}},OPTIONS={check:{...JUDGING2,format:{type:"string",default:"text"},"\
fail-on":{type:"string",default:"error"}},fix:{...JUDGING2,write:{type:"boolean",default:!1},diff:{type:"boolean",default:!1}},
affected:{report:{type:"string"},repository:{type:"string"},critical:{type:"boolean",default:!1},strict:{type:"boolean",
default:!1},format:{type:"string",default:"text"}},new:{policy:{type:"string"},"introduced-in":{type:"string",multiple:!0},
"resolved-in":{type:"string",multiple:!0},"not-affected":{type:"string",multiple:!0}},report:{output:{type:"string",default:"\
known-issues"},fetch:{type:"string",multiple:!0,default:[]},policy:{type:"string"},previous:{type:"string"},merge:{type:"\
string",multiple:!0,default:[]},versions:{type:"string",default:""}},setup:{repository:{type:"string"},offline:{type:"bo\
olean",default:!1},labels:{type:"boolean",default:!1},force:{type:"boolean",default:!1},"dry-run":{type:"boolean",default:!1}}},
CHOICES={check:{format:["text","json","github","sarif"],"fail-on":["error","warning","never"]},affected:{format:["text",
"json"]}};function parse(command,words){let options={...OPTIONS[command],help:{type:"boolean",default:!1}},{values,positionals}=parsed(
words,options);for(let[name,choices]of Object.entries(CHOICES[command]??{}))if(!choices.includes(String(values[name])))throw new WrongOptions(
`--${name} is one of ${choices.join(", ")}, not \`${values[name]}\``);return{values,positionals}}function parsed(words,options){
try{return(0,import_node_util.parseArgs)({args:words,options,allowPositionals:!0,strict:!0})}catch(error){throw new WrongOptions(
error instanceof Error?error.message.split(". ")[0]??"":String(error))}}var import_node_fs11=require("node:fs"),import_node_path8=require("node:path");var import_node_fs7=require("node:fs"),import_node_path5=require("node:path");var UsageError=class extends Error{};function errorCode(error){return error instanceof Error&&"code"in error?String(error.
code):"unknown error"}var BYTE_ORDER_MARK=Buffer.from("\uFEFF"),MOST_BYTES2=65537;function readPolicyFile(path,workspace,input="policy"){if(path.
trim()===""||!workspace)return null;try{return readInside((0,import_node_fs7.realpathSync)(workspace),(0,import_node_fs7.realpathSync)(
`${workspace}${import_node_path5.sep}${path.trim()}`))}catch(error){let why=error instanceof Outside?"it is outside the \
workspace":errorCode(error);if(why==="ENOENT"||why==="ENOTDIR")return null;throw new UsageError(`the file \`${path}\` nam\
ed by the input \`${input}\` cannot be read (${why}): use a path relative to the workspace`)}}var Outside=class extends Error{};
function readInside(folder,file){if(!file.startsWith(`${folder}${import_node_path5.sep}`))throw new Outside;let bytes=readStart(
file,BYTE_ORDER_MARK.length+MOST_BYTES2),start=bytes.indexOf(BYTE_ORDER_MARK)===0?BYTE_ORDER_MARK.length:0;return bytes.
toString("utf8",start,start+MOST_BYTES2)}function readStart(file,most){let buffer=Buffer.alloc(most),descriptor=(0,import_node_fs7.openSync)(
file,"r");try{return buffer.subarray(0,(0,import_node_fs7.readSync)(descriptor,buffer))}finally{(0,import_node_fs7.closeSync)(
descriptor)}}function askCore(ask2){try{return ask2()}catch(error){throw error instanceof Error&&error.constructor===Error?new UsageError(
error.message):error}}function text2(value){return(value??"").toWellFormed()}function readInputs2(env){let input=name=>text2(env[`INPUT_${name.toUpperCase()}`]).trim();return{token:input("token"),repositories:input(
"repositories"),issues:lines(input("issues")),merge:lines(input("merge")),previous:input("previous"),output:input("outpu\
t").replace(/(?<=.)\/$/,"")||"known-issues",trackingIssue:input("tracking-issue"),policy:input("policy"),schedule:input(
"schedule"),versions:input("versions"),changesSince:input("changes-since"),repository:text2(env.GITHUB_REPOSITORY),server:text2(
env.GITHUB_SERVER_URL),workspace:text2(env.GITHUB_WORKSPACE)||process.cwd()}}function lines(value){return value.split(`
`).map(line=>line.trim()).filter(line=>line!=="")}var Progress=class{#run;#print;#last=performance.now();#line="";#timer;#pause;constructor(run2,print2,pause=5e3){this.#run=
run2,this.#print=print2,this.#pause=pause,this.#timer=setInterval(()=>this.tick(),pause/2),this.#timer.unref()}tick(){if(performance.
now()-this.#last<this.#pause)return;let line=this.#run.progress();this.#print([line===this.#line?`${line}, waiting for G\
itHub`:line]),this.#line=line,this.#last=performance.now()}end(){clearInterval(this.#timer)}};var import_node_fs8=require("node:fs"),import_node_path6=require("node:path");var OURS=new Set(["feed.xml","index.html","known-issues.json","known-issues.md","osv"]),START='{"schema":';function prepare(output,places){
let folder=(0,import_node_path6.resolve)(places[0]??".",output);try{check2(folder,output,places),recover(folder)}catch(error){
throw explain(error,output)}}function stage(files,output,places){let folder=(0,import_node_path6.resolve)(places[0]??".",
output);try{check2(folder,output,places),(0,import_node_fs8.mkdirSync)((0,import_node_path6.dirname)(folder),{recursive:!0});
let staging=(0,import_node_fs8.mkdtempSync)(`${prefixOf(folder)}new-`);for(let[path,text3]of files)(0,import_node_fs8.mkdirSync)(
(0,import_node_path6.dirname)((0,import_node_path6.join)(staging,path)),{recursive:!0}),(0,import_node_fs8.writeFileSync)(
(0,import_node_path6.join)(staging,path),text3);return{publish:()=>publish(staging,folder,output),discard:()=>(0,import_node_fs8.rmSync)(
staging,{force:!0,recursive:!0})}}catch(error){throw explain(error,output)}}var prefixOf=folder=>(0,import_node_path6.join)(
(0,import_node_path6.dirname)(folder),`.${(0,import_node_path6.basename)(folder)}.patch-release-issues-`);function recover(folder){
let start=(0,import_node_path6.basename)(prefixOf(folder)),names=(0,import_node_fs8.existsSync)((0,import_node_path6.dirname)(
folder))?(0,import_node_fs8.readdirSync)((0,import_node_path6.dirname)(folder)):[];for(let name of names.filter(other=>other.
startsWith(start))){let left=(0,import_node_path6.join)((0,import_node_path6.dirname)(folder),name);name.startsWith(`${start}\
old-`)&&!(0,import_node_fs8.existsSync)(folder)&&(0,import_node_fs8.renameSync)(left,folder),(0,import_node_fs8.rmSync)(
left,{force:!0,recursive:!0})}}var real2=path=>(0,import_node_fs8.existsSync)(path)?(0,import_node_fs8.realpathSync)(path):
(0,import_node_path6.join)(real2((0,import_node_path6.dirname)(path)),(0,import_node_path6.basename)(path));function check2(folder,output,places){
let parent=real2((0,import_node_path6.dirname)(folder)),roots=places.filter(place=>place!==void 0&&place!=="").map(place=>real2(
(0,import_node_path6.resolve)(String(place))));if(!roots.some(root=>parent===root||parent.startsWith(`${root}${import_node_path6.sep}`))||
roots.includes((0,import_node_path6.join)(parent,(0,import_node_path6.basename)(folder))))throw new UsageError(`the inpu\
t \`output\` is \`${output}\`: name a folder inside the workspace`);let names=(0,import_node_fs8.existsSync)(folder)?(0,import_node_fs8.readdirSync)(
folder):[],other=names.find(name=>!OURS.has(name))??(isReport(folder)?void 0:names[0]);if(other!==void 0)throw new UsageError(
`the folder \`${output}\` named by the input \`output\` would be replaced, but it contains \`${other}\`, which is not par\
t of a report: name another folder`)}function isReport(folder){let json=(0,import_node_path6.join)(folder,"known-issues.\
json");return(0,import_node_fs8.existsSync)(json)&&(0,import_node_fs8.readFileSync)(json,"utf8").startsWith(START)}function publish(staging,folder,output){
let old=`${prefixOf(folder)}old-${process.pid}`;try{(0,import_node_fs8.existsSync)(folder)&&(0,import_node_fs8.renameSync)(
folder,old),(0,import_node_fs8.renameSync)(staging,folder)}catch(error){throw(0,import_node_fs8.existsSync)(old)&&!(0,import_node_fs8.existsSync)(
folder)&&(0,import_node_fs8.renameSync)(old,folder),explain(error,output)}(0,import_node_fs8.rmSync)(old,{force:!0,recursive:!0})}
function explain(error,output){return error instanceof UsageError?error:new UsageError(`the folder \`${output}\` named by\
 the input \`output\` cannot be written (${errorCode(error)})`)}var import_node_fs10=require("node:fs"),import_node_path7=require("node:path");var import_node_fs9=require("node:fs"),LINE_END=10,BLOCK=1<<20;function*readLines(path){let descriptor=(0,import_node_fs9.openSync)(
path,"r"),block=Buffer.alloc(BLOCK),begun=[];try{for(let count=(0,import_node_fs9.readSync)(descriptor,block);count>0;count=
(0,import_node_fs9.readSync)(descriptor,block)){let start=0;for(let end=block.indexOf(LINE_END);end!==-1&&end<count;end=
block.indexOf(LINE_END,start))yield*shown([...begun,block.subarray(start,end)]),begun=[],start=end+1;begun.push(Buffer.from(
block.subarray(start,count)))}yield*shown(begun)}finally{(0,import_node_fs9.closeSync)(descriptor)}}function shown(pieces){
let line=Buffer.concat(pieces).toString("utf8").replace(/^\uFEFF/,"").trim();return line===""?[]:[line]}var AT_ONCE=200,MOST_BYTES3=256*1024*1024,LINES=/\.(?:ndjson|jsonl)$/;function addPrevious(run2,{previous,workspace}){if(previous===
"")return;let path=(0,import_node_path7.resolve)(workspace,previous);(0,import_node_fs10.existsSync)(path)?run2.previous(
readText2(path,previous).toWellFormed()):run2.note("there is no previous report, so everything is read: this is expected\
 on the first run")}function addReports(run2,{merge,workspace}){for(let[path,name]of find(merge,workspace,"merge",file=>file.
endsWith("known-issues.json"))){let text3=readText2(path,name).toWellFormed();explain2(name,()=>run2.merge(text3))}}function addDumps(run2,{
issues,workspace},progress){for(let[path,name]of find(issues,workspace,"issues",file=>/\.json$/.test(file)||LINES.test(file)))
for(let part of LINES.test(path)?linesOf(path,name):partsOf(parse2(readText2(path,name),name)))explain2(name,()=>run2.add(
part)),progress.tick()}function find(patterns,workspace,input,isWanted){return patterns.flatMap(pattern=>{let path=(0,import_node_path7.resolve)(
workspace,pattern),found=(0,import_node_fs10.existsSync)(path)&&(0,import_node_fs10.statSync)(path).isDirectory()?(0,import_node_fs10.readdirSync)(
path,{recursive:!0,encoding:"utf8"}).filter(isWanted).map(name=>(0,import_node_path7.join)(pattern,name)):(0,import_node_fs10.existsSync)(
path)?[pattern]:(0,import_node_fs10.globSync)(pattern,{cwd:workspace});if(found.length===0)throw new UsageError(`the inp\
ut \`${input}\` names \`${pattern}\`, but there is no such file: name a file, a folder or a pattern`);return found.sort().
map(name=>[(0,import_node_path7.resolve)(workspace,name),name])})}function readText2(path,name){try{if((0,import_node_fs10.statSync)(
path).size>MOST_BYTES3)throw new UsageError(`the file \`${name}\` is larger than 256 MiB: write one issue per line to a f\
ile whose name ends in \`.ndjson\``);return(0,import_node_fs10.readFileSync)(path,"utf8").replace(/^\uFEFF/,"")}catch(error){
throw error instanceof UsageError?error:new UsageError(`the file \`${name}\` cannot be read (${errorCode(error)})`)}}function parse2(text3,name){
try{return JSON.parse(text3)}catch{throw new UsageError(`the file \`${name}\` is not valid JSON, or is incomplete: save i\
t again`)}}function*partsOf(dump){if(Array.isArray(dump)){yield*chunks(dump.flat());return}if(!Array.isArray(dump?.repositories))
throw new UsageError("a dump is a list of issues, or an object with `repositories`: docs/report-action.md shows both");for(let{
issues,...rest}of dump.repositories){yield{...dump,repositories:[rest]};for(let chunk of chunks(Array.isArray(issues)?issues:
[]))yield{repositories:[{name:rest.name,issues:chunk}]}}}function*linesOf(path,name){let issues=[];for(let line of readLines(
path)){let value=parse2(line,name);value!==null&&typeof value=="object"&&"repositories"in value?yield*partsOf(value):issues.
push(value),issues.length>=AT_ONCE&&(yield issues,issues=[])}yield issues}function*chunks(list){for(let start=0;start<list.
length;start+=AT_ONCE)yield list.slice(start,start+AT_ONCE)}function explain2(name,ask2){try{askCore(ask2)}catch(error){
throw error instanceof UsageError?new UsageError(`the file \`${name}\`: ${error.message}`):error}}async function runReport(env,{connect,print:print2,load:load2,policy:given,pause}){let github2,lazily=()=>github2??=connect(),
inputs=readInputs2(env),core=load2(),policy=given??await findFile("policy",inputs,core,lazily),schedule=await findFile("\
schedule",inputs,core,lazily),run2=begin(inputs,core,{policy,schedule}),places=[inputs.workspace,env.RUNNER_TEMP];prepare(
inputs.output,places);let progress=new Progress(run2,print2,pause);try{addPrevious(run2,inputs),addReports(run2,inputs),
addDumps(run2,inputs,progress),await gather(run2,lazily,progress)}finally{progress.end()}let end=askCore(()=>run2.finish()),
staged=stage(end.files,inputs.output,places);try{await describe(end,core,lazily),staged.publish()}finally{staged.discard()}
return{exitCode:0,log:end.log,outputs:end.outputs,summary:end.summary}}async function findFile(input,{[input]:path,workspace,
repository,token},core,github2){if(path==="")return"";if(token===""){let text3=readPolicyFile(path,workspace,input);if(text3!==
null)return text3;throw new UsageError(`the file \`${path}\` named by the input \`${input}\` cannot be found: run \`action\
s/checkout\` before this step`)}let reply=await github2().ask(core.fileQuery(repository,path));if("trouble"in reply)throw new UsageError(
core.explain(reply.trouble));return askCore(()=>core.fileText(input,path,JSON.stringify(reply.body)))}function begin({issues,
merge,token,previous:_,workspace:__,...asWritten},core,texts){let[hasDump,hasShards,hasToken]=[issues.length>0,merge.length>
0,token!==""];return askCore(()=>new core({...asWritten,hasDump,hasShards,hasToken,...texts}))}async function gather(run2,github2,progress){
for(let query=run2.ask();query!==null;query=run2.ask()){let reply=await github2().ask(query);askCore(()=>"trouble"in reply?
run2.fail(reply.trouble):run2.take(JSON.stringify(reply.body))),progress.tick()}}async function describe({description},core,github2){
if(description){let{number,body}=description,reply=await github2().write(number,{kind:"describe-issue",body});if("troubl\
e"in reply)throw new UsageError(core.explain(reply.trouble))}}var PAUSE=1e3;async function report({values,positionals:dumps,env}){let fetched=values.fetch;if(dumps.length+fetched.length+
values.merge.length===0)throw new WrongOptions("name a dump, or a repository with --fetch owner/repo");for(let path of[...dumps,
...values.merge])if(!(0,import_node_fs11.existsSync)(path)||path.includes(`
`))throw new Stop(`${path}: there is no such file`);let token=fetched.length>0?findToken(env):"",inputs=inputsOf(values,
dumps,fetched,token,fetched.length>0?connected(env):env),policy=readPolicy(values.policy).policy??"",connect=()=>github().
connectForReport(inputs,token),print2=lines2=>printError(lines2.map(line=>`${line}
`).join(""));try{return{stdout:"",stderr:`${[...(await runReport(inputs,{connect,load,print:print2,policy,pause:PAUSE})).
log.map(plain),`the report is in ${values.output}`].join(`
`)}
`,exitCode:0,writes:[],labels:[]}}catch(error){throw error instanceof UsageError?new Stop(error.message):error}}function inputsOf(values,dumps,fetched,token,env){
let output=(0,import_node_path8.resolve)(values.output);return{...env,INPUT_TOKEN:token,INPUT_REPOSITORIES:fetched.join(
" "),INPUT_ISSUES:dumps.join(`
`),INPUT_MERGE:values.merge.join(`
`),INPUT_PREVIOUS:values.previous??"",INPUT_OUTPUT:output,INPUT_VERSIONS:values.versions,INPUT_POLICY:"","INPUT_TRACKING\
-ISSUE":"",GITHUB_REPOSITORY:fetched[0]??"",GITHUB_WORKSPACE:process.cwd(),RUNNER_TEMP:(0,import_node_path8.dirname)(output)}}
function plain(line){let[,kind,message]=/^::(\w+)[^:]*::(.*)$/.exec(line)??[];if(message===void 0)return line;let text3=message.
replaceAll("%0A",`
`).replaceAll("%0D","").replaceAll("%25","%");return`${kind}: ${text3}`}var import_node_child_process2=require("node:child_process"),import_node_fs12=require("node:fs"),import_node_path9=require("node:path");var PATHS=[".github/workflows/patch-release-issues.yml",".github/ISSUE_TEMPLATE/patch-release.md",".github/ISSUE_TEMPLAT\
E/patch-release.yml",".github/patch-release-issues.yml"],MOST_PAGES=20;async function setup({values,positionals,env}){if(positionals.
length>0)throw new WrongOptions("`setup` takes no files");let root=rootOf(process.cwd());if(root===null)throw new Stop("\
this is not a checkout of a repository: run `setup` inside one");let repository=values.repository??repositoryOf(root),{labels,
note}=await labelsOf(repository,values,env),files=PATHS.filter(path=>(0,import_node_fs12.existsSync)((0,import_node_path9.join)(
root,path))).map(path=>[path,textOf((0,import_node_path9.join)(root,path))]),[force,dryRun]=[values.force,values["dry-ru\
n"]],printed=run({command:"setup",tags:git(root,["tag","--list"]),labels,files,force,dryRun,stream:stream(env)});dryRun||
writeAll2(root,printed);let created=values.labels&&!dryRun?await createLabels(repository,printed,env):"";return{...printed,
stderr:`${note}${printed.stderr}${created}`}}function git(root,words){try{return(0,import_node_child_process2.execFileSync)(
"git",words,{...{cwd:root,encoding:"utf8",maxBuffer:67108864},stdio:["ignore","pipe","ignore"]}).split(`
`).filter(line=>line!=="")}catch{return null}}function repositoryOf(root){let[address=""]=git(root,["remote","get-url","\
origin"])??[];return/[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address)?.[1]??null}function textOf(path){try{return readText(
path).text}catch{return null}}async function labelsOf(repository,values,env){if(values.offline&&!values.labels)return{labels:null,
note:""};try{return{labels:await readLabels(repository,env),note:""}}catch(error){if(!(error instanceof Stop)||values.labels)
throw error;return{labels:null,note:`the labels are not known: ${error.message}
`}}}async function readLabels(name,env){let[owner,repo]=split(name),token=findToken(env),labels=[];for(let page=1;page<=
MOST_PAGES;page+=1){let reply=await github().read(connected(env),token,"/repos/{owner}/{repo}/labels",{owner,repo,per_page:100,
page});if(reply.status!==200||!Array.isArray(reply.data))throw new Stop(failure(reply,owner,repo));if(labels.push(...reply.
data.map(({name:name2})=>String(name2))),reply.data.length<100)break}return labels}function split(name){let[,owner,repo]=/^([\w-]+)\/([\w.-]+)$/.
exec(name??"")??[];if(owner===void 0||repo===void 0)throw new Stop("the repository is not known: name it with --reposito\
ry owner/name");return[owner,repo]}function writeAll2(root,{writes}){for(let[path,text3]of writes){let file=(0,import_node_path9.join)(
root,path);if((0,import_node_fs12.existsSync)(file)){replaceFile(file,text3);continue}try{(0,import_node_fs12.mkdirSync)(
(0,import_node_path9.dirname)(file),{recursive:!0}),(0,import_node_fs12.writeFileSync)(file,text3,{flag:"wx"})}catch(error){
throw new Stop(`${path}: it cannot be written (${codeOf(error)})`)}}}async function createLabels(name,{labels},env){let[
owner,repo]=split(name),token=findToken(env),done="";for(let label of labels){let reply=await github().request(connected(
env),token,"POST","/repos/{owner}/{repo}/labels",{owner,repo,...label});if(reply.status!==201&&reply.status!==422)throw new Stop(
`the label ${label.name} was not created: ${failure(reply,owner,repo)}`);done+=`label created: ${label.name}
`}return done}var COMMANDS={check,fix,affected,new:fresh,report,setup},INTERNAL_ERROR=`patch-release-issues: internal error: please re\
port it, with the input, at https://github.com/patch-release-issues/action/issues
`,SILENCE=1e3,TALKATIVE=["new","report"];async function main([name="",...words]){if(["--version","-V"].includes(name))return print(
`${JSON.parse((0,import_node_fs13.readFileSync)((0,import_node_path10.join)(__dirname,"package.json"),"utf8")).version}
`);let isHelp=["--help","-h","help"].includes(name),asked=isHelp?words[0]??"":name;if(isHelp&&Object.hasOwn(HELP,asked))
return print(String(HELP[asked]));let command=Object.hasOwn(COMMANDS,asked)?COMMANDS[asked]:void 0;if(command===void 0)throw new WrongOptions(
asked===""?"name a command":`\`${asked}\` is not a command`);if(words.some(word=>word==="--help"||word==="-h"))return print(
String(HELP[asked]));let working=setTimeout(()=>printError(`${asked}: working …
`),SILENCE);TALKATIVE.includes(asked)&&clearTimeout(working);try{let{stdout,stderr,exitCode}=await command({...parse(asked,
words),env:process.env});print(stdout),printError(stderr),process.exitCode=exitCode}finally{clearTimeout(working)}}function fail(error){
if(process.exitCode=2,!(error instanceof Stop))return printError(INTERNAL_ERROR);printError(run({command:"refuse",why:error.
message}).stderr),error instanceof WrongOptions&&printError("Run `patch-release-issues --help`.\n")}main(process.argv.slice(
2)).catch(fail);
