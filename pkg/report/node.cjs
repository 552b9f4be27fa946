// Made by `cargo xtask dist`.
"use strict";var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __esm=(fn,res,err)=>function(){if(err)throw err[0];try{return fn&&(res=(0,fn[__getOwnPropNames(fn)[0]])(fn=0)),res}catch(e){
throw err=[e],e}};var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.
exports}catch(e){throw mod=0,e}};var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{
if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var require_read_module=__commonJS({"pkg/read-module.cjs"(exports2){"use strict";var builtin=name=>process.getBuiltinModule?.(
name)??(name==="node:fs"?require("node:fs"):require("node:path"));exports2.readModule=(folder2,file)=>{let{basename,dirname,
join}=builtin("node:path"),path=join(folder2??dirname(process.argv[1]??"."),basename(file));try{return builtin("node:fs").
readFileSync(path)}catch(error){let why=`patch-release-issues cannot read its WebAssembly file ${path}: ${error.code??error}`,
advice=`copy node_modules/patch-release-issues/${file} beside the bundle, or leave the package out of it`;throw new Error(
`${why}
- bundlers: ${advice}`,{cause:error})}}}});var report_exports={};__export(report_exports,{Report:()=>Report,Reporting:()=>Reporting,affected:()=>affected,default:()=>__wbg_init,
draft:()=>draft,failure:()=>failure,fix:()=>fix,initSync:()=>initSync,plan:()=>plan,runCommand:()=>runCommand,template:()=>template,
validate:()=>validate});function affected(issue,version,policy){let ret=wasm.affected(issue,version,policy);if(ret[2])throw takeFromExternrefTable0(
ret[1]);return takeFromExternrefTable0(ret[0])}function draft(issue,options){let ret=wasm.draft(issue,options);if(ret[2])
throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}function failure(message){let ptr0=passStringToWasm0(
message,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.failure(ptr0,len0);if(ret[2])throw takeFromExternrefTable0(
ret[1]);return takeFromExternrefTable0(ret[0])}function fix(issue,policy){let deferred2_0,deferred2_1;try{let ret=wasm.fix(
issue,policy);var ptr1=ret[0],len1=ret[1];if(ret[3])throw ptr1=0,len1=0,takeFromExternrefTable0(ret[2]);return deferred2_0=
ptr1,deferred2_1=len1,getStringFromWasm0(ptr1,len1)}finally{wasm.__wbindgen_free(deferred2_0,deferred2_1,1)}}function plan(event){
let ret=wasm.plan(event);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}function runCommand(request){
let deferred2_0,deferred2_1;try{let ptr0=passStringToWasm0(request,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,
ret=wasm.runCommand(ptr0,len0);return deferred2_0=ret[0],deferred2_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.
__wbindgen_free(deferred2_0,deferred2_1,1)}}function template(policy){let deferred2_0,deferred2_1;try{let ret=wasm.template(
policy);var ptr1=ret[0],len1=ret[1];if(ret[3])throw ptr1=0,len1=0,takeFromExternrefTable0(ret[2]);return deferred2_0=ptr1,
deferred2_1=len1,getStringFromWasm0(ptr1,len1)}finally{wasm.__wbindgen_free(deferred2_0,deferred2_1,1)}}function validate(issue,policy){
let ret=wasm.validate(issue,policy);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}
function __wbg_get_imports(){return{__proto__:null,"./report_bg.js":{__proto__:null,__wbg_Error_208446807d0d1e30:function(arg0,arg1){
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
0,void 0),table.set(1024,void 0),table.set(1025,null),table.set(1026,!0),table.set(1027,!1)}}}}function addToExternrefTable0(obj){
let idx=wasm.__externref_table_alloc();return wasm.__wbindgen_externrefs.set(idx,obj),idx}function debugString(val){switch(typeof val){case"\
number":case"boolean":case"undefined":return`${val}`;case"string":return JSON.stringify(val);case"bigint":return`${val}n`;case"\
symbol":return val.description!==void 0?`Symbol(${val.description})`:"Symbol";case"function":return typeof val.name=="st\
ring"&&val.name!==""?`Function(${val.name})`:"Function";case"object":{if(val===null)return"null";if(Array.isArray(val))return"\
["+Array.from(val,debugString).join(", ")+"]";if(val instanceof Error)return`${val.name}: ${val.message}
${val.stack}`;let toStringOutput=toString.call(val),className=/\[object ([^\]]+)\]/.exec(toStringOutput)?.[1];if(className===
void 0)return toStringOutput;if(className==="Object")try{return"Object("+JSON.stringify(val)+")"}catch{return"Object"}return className}}}
function getArrayU8FromWasm0(ptr,len){return ptr=ptr>>>0,getUint8ArrayMemory0().subarray(ptr/1,ptr/1+len)}function getDataViewMemory0(){
return(cachedDataViewMemory0===null||cachedDataViewMemory0.buffer.detached===!0||cachedDataViewMemory0.buffer.detached===
void 0&&cachedDataViewMemory0.buffer!==wasm.memory.buffer)&&(cachedDataViewMemory0=new DataView(wasm.memory.buffer)),cachedDataViewMemory0}
function getStringFromWasm0(ptr,len){return ptr=ptr>>>0,decodeText(getUint8ArrayMemory0().subarray(ptr,ptr+len))}function getUint8ArrayMemory0(){
return(cachedUint8ArrayMemory0===null||cachedUint8ArrayMemory0.byteLength===0)&&(cachedUint8ArrayMemory0=new Uint8Array(
wasm.memory.buffer)),cachedUint8ArrayMemory0}function handleError(f,args){try{return f.apply(this,args)}catch(e){let idx=addToExternrefTable0(
e);wasm.__wbindgen_exn_store(idx)}}function isLikeNone(x){return x==null}function passStringToWasm0(arg,malloc,realloc){
if(realloc===void 0){let buf=cachedTextEncoder.encode(arg),ptr2=malloc(buf.length,1)>>>0;return getUint8ArrayMemory0().subarray(
ptr2,ptr2+buf.length).set(buf),WASM_VECTOR_LEN=buf.length,ptr2}let len=arg.length,ptr=malloc(len,1)>>>0,mem=getUint8ArrayMemory0(),
offset=0;for(;offset<len;offset++){let code=arg.charCodeAt(offset);if(code>127)break;mem[ptr+offset]=code}if(offset!==len){
offset!==0&&(arg=arg.slice(offset)),ptr=realloc(ptr,len,len=offset+arg.length*3,1)>>>0;let view=getUint8ArrayMemory0().subarray(
ptr+offset,ptr+len),ret=cachedTextEncoder.encodeInto(arg,view);offset+=ret.written,ptr=realloc(ptr,len,offset,1)>>>0}return WASM_VECTOR_LEN=
offset,ptr}function takeFromExternrefTable0(idx){let value=wasm.__wbindgen_externrefs.get(idx);return wasm.__externref_table_dealloc(
idx),value}function decodeText(bytes){return numBytesDecoded+=bytes.length,numBytesDecoded>=MAX_SAFARI_DECODE_BYTES&&(cachedTextDecoder=
new TextDecoder("utf-8",{ignoreBOM:!0}),cachedTextDecoder.decode(),numBytesDecoded=bytes.length),cachedTextDecoder.decode(
bytes)}function __wbg_finalize_init(instance,module2){return wasmInstance=instance,wasm=instance.exports,wasmModule=module2,
cachedDataViewMemory0=null,cachedUint8ArrayMemory0=null,wasm.__wbindgen_start(),wasm}async function __wbg_load(module2,imports){
if(typeof Response=="function"&&module2 instanceof Response){if(!module2.ok)throw new Error(`failed to fetch Wasm: ${module2.
status} ${module2.statusText} fetching '${module2.url}'`);if(typeof WebAssembly.instantiateStreaming=="function")try{return await WebAssembly.
instantiateStreaming(module2,imports)}catch(e){if(expectedResponseType(module2.type)&&module2.headers.get("Content-Type")!==
"application/wasm")console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with \
`application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n",e);else throw e}
let bytes=await module2.arrayBuffer();return await WebAssembly.instantiate(bytes,imports)}else{let instance=await WebAssembly.
instantiate(module2,imports);return instance instanceof WebAssembly.Instance?{instance,module:module2}:instance}function expectedResponseType(type){
switch(type){case"basic":case"cors":case"default":return!0}return!1}}function initSync(module2){if(wasm!==void 0)return wasm;
module2!==void 0&&(Object.getPrototypeOf(module2)===Object.prototype?{module:module2}=module2:console.warn("using deprec\
ated parameters for `initSync()`; pass a single object instead"));let imports=__wbg_get_imports();module2 instanceof WebAssembly.
Module||(module2=new WebAssembly.Module(module2));let instance=new WebAssembly.Instance(module2,imports);return __wbg_finalize_init(
instance,module2)}async function __wbg_init(module_or_path){return wasm!==void 0?wasm:(__wbg_init_promise===void 0&&(__wbg_init_promise=
__wbg_init_once(module_or_path),__wbg_init_promise.catch(()=>{__wbg_init_promise=void 0})),__wbg_init_promise)}async function __wbg_init_once(module_or_path){
module_or_path!==void 0&&(Object.getPrototypeOf(module_or_path)===Object.prototype?{module_or_path}=module_or_path:console.
warn("using deprecated parameters for the initialization function; pass a single object instead"));let imports=__wbg_get_imports();
(typeof module_or_path=="string"||typeof Request=="function"&&module_or_path instanceof Request||typeof URL=="function"&&
module_or_path instanceof URL)&&(module_or_path=fetch(module_or_path));let{instance,module:module2}=await __wbg_load(await module_or_path,
imports);return __wbg_finalize_init(instance,module2)}var Report,Reporting,ReportFinalization,ReportingFinalization,cachedDataViewMemory0,
cachedUint8ArrayMemory0,cachedTextDecoder,MAX_SAFARI_DECODE_BYTES,numBytesDecoded,cachedTextEncoder,WASM_VECTOR_LEN,wasmModule,
wasmInstance,wasm,__wbg_init_promise,init_report=__esm({"pkg/report/report.js"(){"use strict";Report=class{__destroy_into_raw(){
let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,ReportFinalization.unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();
wasm.__wbg_report_free(ptr,0)}add(part){let ret=wasm.report_add(this.__wbg_ptr,part);if(ret[1])throw takeFromExternrefTable0(
ret[0])}finish(){let ptr=this.__destroy_into_raw(),ret=wasm.report_finish(ptr);if(ret[2])throw takeFromExternrefTable0(ret[1]);
return takeFromExternrefTable0(ret[0])}merge(text){let ptr0=passStringToWasm0(text,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),
len0=WASM_VECTOR_LEN,ret=wasm.report_merge(this.__wbg_ptr,ptr0,len0);if(ret[1])throw takeFromExternrefTable0(ret[0])}constructor(options){
let ret=wasm.report_new(options);if(ret[2])throw takeFromExternrefTable0(ret[1]);return this.__wbg_ptr=ret[0],ReportFinalization.
register(this,this.__wbg_ptr,this),this}previous(text){let ptr0=passStringToWasm0(text,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),
len0=WASM_VECTOR_LEN,ret=wasm.report_previous(this.__wbg_ptr,ptr0,len0);if(ret[2])throw takeFromExternrefTable0(ret[1]);
return ret[0]!==0}since(repository){let ptr0=passStringToWasm0(repository,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),
len0=WASM_VECTOR_LEN,ret=wasm.report_since(this.__wbg_ptr,ptr0,len0),v2;return ret[0]!==0&&(v2=getStringFromWasm0(ret[0],
ret[1]),wasm.__wbindgen_free(ret[0],ret[1]*1,1)),v2}wantedPullRequests(){let ret=wasm.report_wantedPullRequests(this.__wbg_ptr);
if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}};Symbol.dispose&&(Report.prototype[Symbol.
dispose]=Report.prototype.free);Reporting=class{__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,ReportingFinalization.
unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();wasm.__wbg_reporting_free(ptr,0)}add(part){let ret=wasm.reporting_add(
this.__wbg_ptr,part);if(ret[1])throw takeFromExternrefTable0(ret[0])}ask(){let ret=wasm.reporting_ask(this.__wbg_ptr);if(ret[2])
throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}static explain(trouble){let deferred2_0,deferred2_1;
try{let ret=wasm.reporting_explain(trouble);var ptr1=ret[0],len1=ret[1];if(ret[3])throw ptr1=0,len1=0,takeFromExternrefTable0(
ret[2]);return deferred2_0=ptr1,deferred2_1=len1,getStringFromWasm0(ptr1,len1)}finally{wasm.__wbindgen_free(deferred2_0,
deferred2_1,1)}}fail(trouble){let ret=wasm.reporting_fail(this.__wbg_ptr,trouble);if(ret[1])throw takeFromExternrefTable0(
ret[0])}static fileQuery(repository,path){let ptr0,len0,ptr1,len1;try{ptr0=passStringToWasm0(repository,wasm.__wbindgen_malloc,
wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ptr1=passStringToWasm0(path,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),
len1=WASM_VECTOR_LEN}catch(e){throw ptr1&&wasm.__wbindgen_free(ptr1,len1*1,1),ptr0&&wasm.__wbindgen_free(ptr0,len0*1,1),
e}let ret=wasm.reporting_fileQuery(ptr0,len0,ptr1,len1);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(
ret[0])}static fileText(input,path,body){let deferred5_0,deferred5_1;try{let ptr0,len0,ptr1,len1,ptr2,len2;try{ptr0=passStringToWasm0(
input,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ptr1=passStringToWasm0(path,wasm.__wbindgen_malloc,
wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN,ptr2=passStringToWasm0(body,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),
len2=WASM_VECTOR_LEN}catch(e){throw ptr2&&wasm.__wbindgen_free(ptr2,len2*1,1),ptr1&&wasm.__wbindgen_free(ptr1,len1*1,1),
ptr0&&wasm.__wbindgen_free(ptr0,len0*1,1),e}let ret=wasm.reporting_fileText(ptr0,len0,ptr1,len1,ptr2,len2);var ptr4=ret[0],
len4=ret[1];if(ret[3])throw ptr4=0,len4=0,takeFromExternrefTable0(ret[2]);return deferred5_0=ptr4,deferred5_1=len4,getStringFromWasm0(
ptr4,len4)}finally{wasm.__wbindgen_free(deferred5_0,deferred5_1,1)}}finish(){let ptr=this.__destroy_into_raw(),ret=wasm.
reporting_finish(ptr);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}merge(text){
let ptr0=passStringToWasm0(text,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.reporting_merge(
this.__wbg_ptr,ptr0,len0);if(ret[1])throw takeFromExternrefTable0(ret[0])}constructor(inputs){let ret=wasm.reporting_new(
inputs);if(ret[2])throw takeFromExternrefTable0(ret[1]);return this.__wbg_ptr=ret[0],ReportingFinalization.register(this,
this.__wbg_ptr,this),this}note(text){let ptr0=passStringToWasm0(text,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN;
wasm.reporting_note(this.__wbg_ptr,ptr0,len0)}previous(text){let ptr0=passStringToWasm0(text,wasm.__wbindgen_malloc,wasm.
__wbindgen_realloc),len0=WASM_VECTOR_LEN;wasm.reporting_previous(this.__wbg_ptr,ptr0,len0)}progress(){let deferred1_0,deferred1_1;
try{let ret=wasm.reporting_progress(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],
ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}take(body){let ptr0=passStringToWasm0(body,wasm.__wbindgen_malloc,
wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.reporting_take(this.__wbg_ptr,ptr0,len0);if(ret[1])throw takeFromExternrefTable0(
ret[0])}};Symbol.dispose&&(Reporting.prototype[Symbol.dispose]=Reporting.prototype.free);ReportFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_report_free(ptr,1)),ReportingFinalization=
typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_reporting_free(
ptr,1));cachedDataViewMemory0=null;cachedUint8ArrayMemory0=null;cachedTextDecoder=new TextDecoder("utf-8",{ignoreBOM:!0});
cachedTextDecoder.decode();MAX_SAFARI_DECODE_BYTES=2146435072,numBytesDecoded=0;cachedTextEncoder=new TextEncoder;"encod\
eInto"in cachedTextEncoder||(cachedTextEncoder.encodeInto=function(arg,view){let buf=cachedTextEncoder.encode(arg);return view.
set(buf),{read:arg.length,written:buf.length}});WASM_VECTOR_LEN=0}});var{readModule}=require_read_module(),{initSync:initSync2,Report:Report2}=(init_report(),__toCommonJS(report_exports)),folder=typeof __dirname==
"string"?__dirname:void 0;initSync2({module:readModule(folder,"report/report_bg.wasm")});async function init(){}module.exports=
{default:init,Report:Report2};
