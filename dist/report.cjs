// Made from action/ and pkg/ by `cargo xtask dist`. CommonJS, because Node starts a third slower on an ES module.
"use strict";var import_node_path6=require("node:path");var import_node_fs=require("node:fs"),import_node_path=require("node:path"),CORE=["report.js","report_bg.wasm"],CONFIG="\
compose/config.json";function composePage(root){let own=(0,import_node_fs.readdirSync)((0,import_node_path.join)(root,"c\
ompose")).map(name=>[name,(0,import_node_path.join)(root,"compose",name)]),core=CORE.map(name=>[`core/${name}`,(0,import_node_path.join)(
root,"pkg","report",name)]);return[...own,...core].map(([name="",path=""])=>[`compose/${name}`,(0,import_node_fs.readFileSync)(
path)])}var import_node_fs2=require("node:fs");var Report=class{__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,ReportFinalization.unregister(this),
ptr}free(){let ptr=this.__destroy_into_raw();wasm.__wbg_report_free(ptr,0)}add(part){let ret=wasm.report_add(this.__wbg_ptr,
part);if(ret[1])throw takeFromExternrefTable0(ret[0])}finish(){let ptr=this.__destroy_into_raw(),ret=wasm.report_finish(
ptr);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}merge(text2){let ptr0=passStringToWasm0(
text2,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.report_merge(this.__wbg_ptr,ptr0,len0);
if(ret[1])throw takeFromExternrefTable0(ret[0])}constructor(options){let ret=wasm.report_new(options);if(ret[2])throw takeFromExternrefTable0(
ret[1]);return this.__wbg_ptr=ret[0],ReportFinalization.register(this,this.__wbg_ptr,this),this}previous(text2){let ptr0=passStringToWasm0(
text2,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.report_previous(this.__wbg_ptr,ptr0,
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
ptr1,len1)}finally{wasm.__wbindgen_free(deferred2_0,deferred2_1,1)}}static extendedFile(policy){let deferred2_0,deferred2_1;
try{let ptr0=passStringToWasm0(policy,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.reporting_extendedFile(
ptr0,len0);return deferred2_0=ret[0],deferred2_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred2_0,
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
ptr4,len4)}finally{wasm.__wbindgen_free(deferred5_0,deferred5_1,1)}}static fileWithoutToken(input,path){let deferred3_0,
deferred3_1;try{let ptr0,len0,ptr1,len1;try{ptr0=passStringToWasm0(input,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),
len0=WASM_VECTOR_LEN,ptr1=passStringToWasm0(path,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN}catch(e){
throw ptr1&&wasm.__wbindgen_free(ptr1,len1*1,1),ptr0&&wasm.__wbindgen_free(ptr0,len0*1,1),e}let ret=wasm.reporting_fileWithoutToken(
ptr0,len0,ptr1,len1);return deferred3_0=ret[0],deferred3_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(
deferred3_0,deferred3_1,1)}}finish(){let ptr=this.__destroy_into_raw(),ret=wasm.reporting_finish(ptr);if(ret[2])throw takeFromExternrefTable0(
ret[1]);return takeFromExternrefTable0(ret[0])}merge(text2){let ptr0=passStringToWasm0(text2,wasm.__wbindgen_malloc,wasm.
__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.reporting_merge(this.__wbg_ptr,ptr0,len0);if(ret[1])throw takeFromExternrefTable0(
ret[0])}constructor(inputs){let ret=wasm.reporting_new(inputs);if(ret[2])throw takeFromExternrefTable0(ret[1]);return this.
__wbg_ptr=ret[0],ReportingFinalization.register(this,this.__wbg_ptr,this),this}note(text2){let ptr0=passStringToWasm0(text2,
wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN;wasm.reporting_note(this.__wbg_ptr,ptr0,len0)}previous(text2){
let ptr0=passStringToWasm0(text2,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN;wasm.reporting_previous(
this.__wbg_ptr,ptr0,len0)}progress(){let deferred1_0,deferred1_1;try{let ret=wasm.reporting_progress(this.__wbg_ptr);return deferred1_0=
ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}take(body){
let ptr0=passStringToWasm0(body,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,ret=wasm.reporting_take(
this.__wbg_ptr,ptr0,len0);if(ret[1])throw takeFromExternrefTable0(ret[0])}};Symbol.dispose&&(Reporting.prototype[Symbol.
dispose]=Reporting.prototype.free);function failure(message){let ptr0=passStringToWasm0(message,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,
ret=wasm.failure(ptr0,len0);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(ret[0])}function __wbg_get_imports(){return{__proto__:null,"./report_bg.js":{__proto__:null,__wbg_Error_208446807d0d1e30:function(arg0,arg1){
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
return arg0.length},__wbg_length_b03a0fabb109b1e9:function(arg0){return arg0.length},__wbg_length_e83e819f48c774e4:function(arg0){
return arg0.length},__wbg_new_13de428334042d26:function(arg0){return new Uint8Array(arg0)},__wbg_new_37eb45aaf5eeb820:function(){
return new Array},__wbg_new_7075786089b89c5e:function(){return new Map},__wbg_new_cd4348290afae586:function(){return new Object},
__wbg_next_178c1651c11432b3:function(arg0){return arg0.next},__wbg_next_af5ac6a08bb0a717:function(){return handleError(function(arg0){
return arg0.next()},arguments)},__wbg_of_e7ea0fcd535c1444:function(arg0,arg1){return Array.of(arg0,arg1)},__wbg_parse_c3f72b5a24f83c01:function(){
return handleError(function(arg0,arg1){return JSON.parse(getStringFromWasm0(arg0,arg1))},arguments)},__wbg_prototypesetcall_13162965d1fe7aa3:function(arg0,arg1,arg2){
Uint8Array.prototype.set.call(getArrayU8FromWasm0(arg0,arg1),arg2)},__wbg_push_c9f4893fc209f768:function(arg0,arg1){return arg0.
push(arg1)},__wbg_set_2793479888329cb6:function(){return handleError(function(arg0,arg1,arg2){return Reflect.set(arg0,arg1,
arg2)},arguments)},__wbg_set_8282f7e0d2d01336:function(arg0,arg1,arg2){return arg0.set(arg1,arg2)},__wbg_set_d2d33b52458e984a:function(arg0,arg1,arg2){
arg0[arg1>>>0]=arg2},__wbg_set_e4b9a833d288759a:function(arg0,arg1,arg2){arg0[arg1]=arg2},__wbg_slice_8c7f01d7eb703b4e:function(arg0,arg1,arg2){
return arg0.slice(arg1>>>0,arg2>>>0)},__wbg_stringify_0a0fbf2ef722380a:function(){return handleError(function(arg0){return JSON.
stringify(arg0)},arguments)},__wbg_value_e0f328965e184931:function(arg0){return arg0.value},__wbindgen_generic_0000000000000001:function(arg0){
return arg0},__wbindgen_generic_0000000000000002:function(arg0){return arg0},__wbindgen_generic_0000000000000003:function(arg0,arg1){
return getStringFromWasm0(arg0,arg1)},__wbindgen_generic_0000000000000004:function(arg0){return BigInt.asUintN(64,arg0)},
__wbindgen_init_externref_table:function(){let table=wasm.__wbindgen_externrefs;table.set(0,void 0),table.set(1024,void 0),
table.set(1025,null),table.set(1026,!0),table.set(1027,!1)}}}}var ReportFinalization=typeof FinalizationRegistry>"u"?{register:()=>{},
unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_report_free(ptr,1)),ReportingFinalization=typeof FinalizationRegistry>
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
imports);return __wbg_finalize_init(instance,module2)}var INTERNAL_ERROR=Object.freeze({sweep:!1,query:null,number:0,writes:[],exitCode:1,log:["::error title=Patch Release Is\
sues::internal error: please report it, with the issue's description, at https://github.com/patch-release-issues/action/\
issues"],outputs:[],summary:""});var UsageError=class extends Error{};function errorCode(error){return error instanceof Error&&"code"in error?String(error.
code):"unknown error"}function load(){return initSync({module:(0,import_node_fs2.readFileSync)(`${__dirname}/../pkg/report/report_bg.wasm`)}),
Reporting}function failed(error){if(!(error instanceof UsageError))return INTERNAL_ERROR;try{return load(),failure(error.
message.toWellFormed())}catch{return INTERNAL_ERROR}}function text(value){return(value??"").toWellFormed()}function readInputs(env){let input=name=>text(env[`INPUT_${name.toUpperCase()}`]).trim();return{token:input("token"),repositories:input(
"repositories"),issues:lines(input("issues")),merge:lines(input("merge")),previous:input("previous"),output:input("outpu\
t").replace(/(?<=.)\/$/,"")||"known-issues",trackingIssue:input("tracking-issue"),policy:input("policy"),schedule:input(
"schedule"),versions:input("versions"),changesSince:input("changes-since"),compose:input("compose"),template:input("temp\
late"),repository:text(env.GITHUB_REPOSITORY),server:text(env.GITHUB_SERVER_URL),workspace:text(env.GITHUB_WORKSPACE)||process.
cwd()}}function lines(value){return value.split(`
`).map(line=>line.trim()).filter(line=>line!=="")}var import_node_fs3=require("node:fs"),import_node_path2=require("node:path");var BYTE_ORDER_MARK=Buffer.from("\uFEFF"),MOST_BYTES=65537;function readPolicyFile(path,workspace,input="policy"){if(path.
trim()===""||!workspace)return null;try{return readInside((0,import_node_fs3.realpathSync)(workspace),(0,import_node_fs3.realpathSync)(
`${workspace}${import_node_path2.sep}${path.trim()}`))}catch(error){let why=error instanceof Outside?"it is outside the \
workspace":errorCode(error);if(why==="ENOENT"||why==="ENOTDIR")return null;throw new UsageError(`the file \`${path}\` nam\
ed by the input \`${input}\` cannot be read (${why}): use a path relative to the workspace`)}}var Outside=class extends Error{};
function readInside(folder,file){if(!file.startsWith(`${folder}${import_node_path2.sep}`))throw new Outside;let bytes=readStart(
file,BYTE_ORDER_MARK.length+MOST_BYTES),start=bytes.indexOf(BYTE_ORDER_MARK)===0?BYTE_ORDER_MARK.length:0;return bytes.toString(
"utf8",start,start+MOST_BYTES)}function readStart(file,most){let buffer=Buffer.alloc(most),descriptor=(0,import_node_fs3.openSync)(
file,"r");try{return buffer.subarray(0,(0,import_node_fs3.readSync)(descriptor,buffer))}finally{(0,import_node_fs3.closeSync)(
descriptor)}}function askCore(ask){try{return ask()}catch(error){throw error instanceof Error&&error.constructor===Error?new UsageError(
error.message):error}}var Progress=class{#run;#print;#last=performance.now();#line="";#timer;#pause;constructor(run,print2,pause=5e3){this.#run=
run,this.#print=print2,this.#pause=pause,this.#timer=setInterval(()=>this.tick(),pause/2),this.#timer.unref()}tick(){if(performance.
now()-this.#last<this.#pause)return;let line=this.#run.progress();this.#print([line===this.#line?`${line}, waiting for G\
itHub`:line]),this.#line=line,this.#last=performance.now()}end(){clearInterval(this.#timer)}};var import_node_fs4=require("node:fs"),import_node_path3=require("node:path");var OURS=new Set(["compose","feed.xml","index.html","known-issues.json","known-issues.md","osv"]),START='{"schema":';function prepare(output,places){
let folder=(0,import_node_path3.resolve)(places[0]??".",output);try{check(folder,output,places),recover(folder)}catch(error){
throw explain(error,output)}}function stage(files,output,places){let folder=(0,import_node_path3.resolve)(places[0]??".",
output);try{check(folder,output,places),(0,import_node_fs4.mkdirSync)((0,import_node_path3.dirname)(folder),{recursive:!0});
let staging=(0,import_node_fs4.mkdtempSync)(`${prefixOf(folder)}new-`);for(let[path,content]of files)(0,import_node_fs4.mkdirSync)(
(0,import_node_path3.dirname)((0,import_node_path3.join)(staging,path)),{recursive:!0}),(0,import_node_fs4.writeFileSync)(
(0,import_node_path3.join)(staging,path),content);return{publish:()=>publish(staging,folder,output),discard:()=>(0,import_node_fs4.rmSync)(
staging,{force:!0,recursive:!0})}}catch(error){throw explain(error,output)}}var prefixOf=folder=>(0,import_node_path3.join)(
(0,import_node_path3.dirname)(folder),`.${(0,import_node_path3.basename)(folder)}.patch-release-issues-`);function recover(folder){
let start=(0,import_node_path3.basename)(prefixOf(folder)),names=(0,import_node_fs4.existsSync)((0,import_node_path3.dirname)(
folder))?(0,import_node_fs4.readdirSync)((0,import_node_path3.dirname)(folder)):[];for(let name of names.filter(other=>other.
startsWith(start))){let left=(0,import_node_path3.join)((0,import_node_path3.dirname)(folder),name);name.startsWith(`${start}\
old-`)&&!(0,import_node_fs4.existsSync)(folder)&&(0,import_node_fs4.renameSync)(left,folder),(0,import_node_fs4.rmSync)(
left,{force:!0,recursive:!0})}}var real=path=>(0,import_node_fs4.existsSync)(path)?(0,import_node_fs4.realpathSync)(path):
(0,import_node_path3.join)(real((0,import_node_path3.dirname)(path)),(0,import_node_path3.basename)(path));function check(folder,output,places){
let parent=real((0,import_node_path3.dirname)(folder)),roots=places.filter(place=>place!==void 0&&place!=="").map(place=>real(
(0,import_node_path3.resolve)(String(place))));if(!roots.some(root=>parent===root||parent.startsWith(`${root}${import_node_path3.sep}`))||
roots.includes((0,import_node_path3.join)(parent,(0,import_node_path3.basename)(folder))))throw new UsageError(`the inpu\
t \`output\` is \`${output}\`: name a folder inside the workspace`);let names=(0,import_node_fs4.existsSync)(folder)?(0,import_node_fs4.readdirSync)(
folder):[],other=names.find(name=>!OURS.has(name))??(isReport(folder)?void 0:names[0]);if(other!==void 0)throw new UsageError(
`the folder \`${output}\` named by the input \`output\` would be replaced, but it contains \`${other}\`, which is not par\
t of a report: name another folder`)}function isReport(folder){let json=(0,import_node_path3.join)(folder,"known-issues.\
json");return(0,import_node_fs4.existsSync)(json)&&(0,import_node_fs4.readFileSync)(json,"utf8").startsWith(START)}function publish(staging,folder,output){
let old=`${prefixOf(folder)}old-${process.pid}`;try{(0,import_node_fs4.existsSync)(folder)&&(0,import_node_fs4.renameSync)(
folder,old),(0,import_node_fs4.renameSync)(staging,folder)}catch(error){throw(0,import_node_fs4.existsSync)(old)&&!(0,import_node_fs4.existsSync)(
folder)&&(0,import_node_fs4.renameSync)(old,folder),explain(error,output)}(0,import_node_fs4.rmSync)(old,{force:!0,recursive:!0})}
function explain(error,output){return error instanceof UsageError?error:new UsageError(`the folder \`${output}\` named by\
 the input \`output\` cannot be written (${errorCode(error)})`)}var import_node_fs7=require("node:fs"),import_node_path5=require("node:path");var import_node_fs5=require("node:fs"),LINE_END=10,BLOCK=1<<20;function*readLines(path){let descriptor=(0,import_node_fs5.openSync)(
path,"r"),block=Buffer.alloc(BLOCK),begun=[];try{for(let count=(0,import_node_fs5.readSync)(descriptor,block);count>0;count=
(0,import_node_fs5.readSync)(descriptor,block)){let start=0;for(let end=block.indexOf(LINE_END);end!==-1&&end<count;end=
block.indexOf(LINE_END,start))yield*shown([...begun,block.subarray(start,end)]),begun=[],start=end+1;begun.push(Buffer.from(
block.subarray(start,count)))}yield*shown(begun)}finally{(0,import_node_fs5.closeSync)(descriptor)}}function shown(pieces){
let line=Buffer.concat(pieces).toString("utf8").replace(/^\uFEFF/,"").trim();return line===""?[]:[line]}var import_node_fs6=require("node:fs"),import_node_path4=require("node:path"),MAGIC=/[*?[\]{}]/;function filesLike(pattern,folder){
let parts=pattern.split("/"),first=parts.findIndex(part=>MAGIC.test(part));return first<0?[]:walk(folder,parts.slice(0,first).
join("/"),parts.slice(first)).sort()}function walk(folder,start,[part="",...rest]){let named=name=>start===""?name:(0,import_node_path4.join)(
start,name);if(part==="**"){let deeper=entries((0,import_node_path4.resolve)(folder,start)).filter(entry=>entry.isDirectory()&&
!entry.name.startsWith(".")).flatMap(({name})=>walk(folder,named(name),["**",...rest]));return[...new Set([...rest.length>
0?walk(folder,start,rest):[],...deeper])]}let wanted=expanded(part).map(tokensOf),isWanted=name=>wanted.some(tokens=>matches(
name,tokens))&&(!name.startsWith(".")||part.startsWith(".")),found=entries((0,import_node_path4.resolve)(folder,start)).
filter(({name})=>isWanted(name));return rest.length===0?found.filter(entry=>!entry.isDirectory()).map(({name})=>named(name)):
found.filter(entry=>!entry.isFile()).flatMap(({name})=>walk(folder,named(name),rest))}function entries(folder){try{return(0,import_node_fs6.readdirSync)(
folder,{withFileTypes:!0})}catch{return[]}}function matches(name,tokens){let[at,token,star,resume]=[0,0,-1,0];for(;at<name.
length;)if(tokens[token]==="*")[star,resume,token]=[token,at,token+1];else if(token<tokens.length&&fits(name.charAt(at),
tokens[token]??""))[at,token]=[at+1,token+1];else if(star>=0)[resume,token]=[resume+1,star+1],at=resume;else return!1;return tokens.
slice(token).every(rest=>rest==="*")}function fits(character,token){if(token.length===1)return token==="?"||token===character;
let isNegated=token[1]==="!"||token[1]==="^";return(token.slice(isNegated?2:1,-1).match(/[^]-[^]|[^]/g)??[]).some(one=>one.
charAt(0)<=character&&character<=one.charAt(one.length-1))!==isNegated}var MOST_WORDS=100;function expanded(part){let[open,
close]=[part.indexOf("{"),part.indexOf("}")];if(open<0||close<open)return[part];let words=part.slice(open+1,close).split(
","),ends=expanded(part.slice(close+1));return words.flatMap(word=>ends.map(end=>part.slice(0,open)+word+end)).slice(0,MOST_WORDS)}
function tokensOf(part){return part.match(/\[[^\]]+\]|[^]/g)??[]}var AT_ONCE=200,MOST_BYTES2=256*1024*1024,LINES=/\.(?:ndjson|jsonl)$/;function addPrevious(run,{previous,workspace}){if(previous===
"")return;let path=(0,import_node_path5.resolve)(workspace,previous);(0,import_node_fs7.existsSync)(path)?run.previous(readText(
path,previous).toWellFormed()):run.note("there is no previous report, so everything is read: this is expected on the fir\
st run")}function addReports(run,{merge,workspace}){for(let[path,name]of find(merge,workspace,"merge",file=>file.endsWith(
"known-issues.json"))){let text2=readText(path,name).toWellFormed();explain2(name,()=>run.merge(text2))}}function addDumps(run,{
issues,workspace},progress){for(let[path,name]of find(issues,workspace,"issues",file=>/\.json$/.test(file)||LINES.test(file)))
for(let part of LINES.test(path)?linesOf(path,name):partsOf(parse(readText(path,name),name)))explain2(name,()=>run.add(part)),
progress.tick()}function find(patterns,workspace,input,isWanted){return patterns.flatMap(pattern=>{let path=(0,import_node_path5.resolve)(
workspace,pattern),found=(0,import_node_fs7.existsSync)(path)&&(0,import_node_fs7.statSync)(path).isDirectory()?(0,import_node_fs7.readdirSync)(
path,{recursive:!0,encoding:"utf8"}).filter(isWanted).map(name=>(0,import_node_path5.join)(pattern,name)):(0,import_node_fs7.existsSync)(
path)?[pattern]:filesLike(pattern,workspace);if(found.length===0)throw new UsageError(`the input \`${input}\` names \`${pattern}\
\`, but there is no such file: name a file, a folder or a pattern`);return found.sort().map(name=>[(0,import_node_path5.resolve)(
workspace,name),name])})}function readText(path,name){try{if((0,import_node_fs7.statSync)(path).size>MOST_BYTES2)throw new UsageError(
`the file \`${name}\` is larger than 256 MiB: write one issue per line to a file whose name ends in \`.ndjson\``);return(0,import_node_fs7.readFileSync)(
path,"utf8").replace(/^\uFEFF/,"")}catch(error){throw error instanceof UsageError?error:new UsageError(`the file \`${name}\
\` cannot be read (${errorCode(error)})`)}}function parse(text2,name){try{return JSON.parse(text2)}catch{throw new UsageError(
`the file \`${name}\` is not valid JSON, or is incomplete: save it again`)}}function*partsOf(dump){if(Array.isArray(dump)){
yield*chunks(dump.flat());return}if(!Array.isArray(dump?.repositories))throw new UsageError("a dump is a list of issues,\
 or an object with `repositories`: docs/report-action.md shows both");for(let{issues,...rest}of dump.repositories){yield{
...dump,repositories:[rest]};for(let chunk of chunks(Array.isArray(issues)?issues:[]))yield{repositories:[{name:rest.name,
issues:chunk}]}}}function*linesOf(path,name){let issues=[];for(let line of readLines(path)){let value=parse(line,name);value!==
null&&typeof value=="object"&&"repositories"in value?yield*partsOf(value):issues.push(value),issues.length>=AT_ONCE&&(yield issues,
issues=[])}yield issues}function*chunks(list){for(let start=0;start<list.length;start+=AT_ONCE)yield list.slice(start,start+
AT_ONCE)}function explain2(name,ask){try{askCore(ask)}catch(error){throw error instanceof UsageError?new UsageError(`the\
 file \`${name}\`: ${error.message}`):error}}async function runReport(env,{connect:connect2,print:print2,load:load2,composePage:composePage2,policy:given,shared:givenToo,
pause}){let github,lazily=()=>github??=connect2(),inputs=readInputs(env),core=load2(),policy=given??await findFile("poli\
cy",inputs,core,lazily),shared=givenToo??await findFile("policy",{...inputs,policy:core.extendedFile(policy)},core,lazily),
schedule=await findFile("schedule",inputs,core,lazily),run=begin(inputs,core,{policy,shared,schedule}),places=[inputs.workspace,
env.RUNNER_TEMP];prepare(inputs.output,places);let progress=new Progress(run,print2,pause);try{addPrevious(run,inputs),addReports(
run,inputs),addDumps(run,inputs,progress),await gather(run,lazily,progress)}finally{progress.end()}let end=askCore(()=>run.
finish()),page2=end.files.some(([path])=>path===CONFIG)?composePage2?.()??[]:[],staged=stage([...end.files,...page2],inputs.
output,places);try{await describe(end,core,lazily),staged.publish()}finally{staged.discard()}return{exitCode:0,log:end.log,
outputs:end.outputs,summary:end.summary}}async function findFile(input,{[input]:path,workspace,repository,token},core,github){
if(path==="")return"";if(token===""){let text2=readPolicyFile(path,workspace,input);if(text2!==null)return text2;throw new UsageError(
core.fileWithoutToken(input,path))}let reply=await github().ask(core.fileQuery(repository,path));if("trouble"in reply)throw new UsageError(
core.explain(reply.trouble));return askCore(()=>core.fileText(input,path,JSON.stringify(reply.body)))}function begin({issues,
merge,token,previous:_,workspace:__,...asWritten},core,texts){let[hasDump,hasShards,hasToken]=[issues.length>0,merge.length>
0,token!==""],[high=0,low=0]=crypto.getRandomValues(new Uint16Array(2)),seed=high*2**16+low;return askCore(()=>new core(
{...asWritten,hasDump,hasShards,hasToken,...texts,seed}))}async function gather(run,github,progress){for(let query=run.ask();query!==
null;query=run.ask()){let reply=await github().ask(query);askCore(()=>"trouble"in reply?run.fail(reply.trouble):run.take(
JSON.stringify(reply.body))),progress.tick()}}async function describe({description},core,github){if(description){let{number,
body}=description,reply=await github().write(number,{kind:"describe-issue",body});if("trouble"in reply)throw new UsageError(
core.explain(reply.trouble))}}var import_node_fs8=require("node:fs");var STANDARD_OUTPUT=1;function carryOut({exitCode,log,outputs,summary},env){let set=Buffer.from(outputs.map(fileCommand).
join(""));finish({exitCode,log:Buffer.from(lines2(log)),summary:Buffer.from(summary),outputs:set},env)}function finish({
exitCode,log,summary,outputs},env){process.exitCode=exitCode,write(log),append("GITHUB_STEP_SUMMARY",env,summary),append(
"GITHUB_OUTPUT",env,outputs)}function print(log){write(Buffer.from(lines2(log)))}function lines2(log){return log.map(line=>`${line}\

`).join("")}function write(bytes){for(;bytes.length>0;)bytes=bytes.subarray(writeSome(bytes))}function writeSome(bytes){
try{return(0,import_node_fs8.writeSync)(STANDARD_OUTPUT,bytes)}catch(error){if(errorCode(error)!=="EAGAIN")throw error;return sleep(
1),0}}function sleep(milliseconds){Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,milliseconds)}function append(variable,env,bytes){
let path=env[variable];if(!(!path||bytes.length===0))try{(0,import_node_fs8.appendFileSync)(path,bytes)}catch(error){throw new UsageError(
`the file that ${variable} names cannot be written (${errorCode(error)}): check the runner's disk`)}}function fileCommand([
name,value]){let end=delimiter(name+value);return`${name}<<${end}
${value}
${end}
`}function delimiter(text2){for(;;){let candidate=`ghadelimiter_${Math.random().toString(36).slice(2)}${Math.random().toString(
36).slice(2)}`;if(!text2.includes(candidate))return candidate}}function connect(){return require("./github.cjs").connectForReport(process.env,readInputs(process.env).token)}var page=()=>composePage(
(0,import_node_path6.join)(__dirname,".."));runReport(process.env,{connect,load,print,composePage:page}).then(end=>carryOut(
end,process.env),error=>carryOut(failed(error),process.env));
