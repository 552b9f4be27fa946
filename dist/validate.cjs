// Made from action/ and pkg/ by `cargo xtask dist`. CommonJS, because Node starts a third slower on an ES module.
"use strict";var INTERNAL_ERROR=Object.freeze({sweep:!1,query:null,number:0,writes:[],exitCode:1,log:["::error title=Patch Release Is\
sues::internal error: please report it, with the issue's description, at https://github.com/patch-release-issues/action/\
issues"],outputs:[],summary:""});var import_node_fs=require("node:fs");var UsageError=class extends Error{};function errorCode(error){return error instanceof Error&&"code"in error?String(error.
code):"unknown error"}var STANDARD_OUTPUT=1;function carryOut({exitCode,log,outputs,summary},env){let set=Buffer.from(outputs.map(fileCommand).
join(""));finish({exitCode,log:Buffer.from(lines(log)),summary:Buffer.from(summary),outputs:set},env)}function finish({exitCode,
log,summary,outputs},env){process.exitCode=exitCode,write(log),append("GITHUB_STEP_SUMMARY",env,summary),append("GITHUB_\
OUTPUT",env,outputs)}function lines(log){return log.map(line=>`${line}
`).join("")}function write(bytes){for(;bytes.length>0;)bytes=bytes.subarray(writeSome(bytes))}function writeSome(bytes){
try{return(0,import_node_fs.writeSync)(STANDARD_OUTPUT,bytes)}catch(error){if(errorCode(error)!=="EAGAIN")throw error;return sleep(
1),0}}function sleep(milliseconds){Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,milliseconds)}function append(variable,env,bytes){
let path=env[variable];if(!(!path||bytes.length===0))try{(0,import_node_fs.appendFileSync)(path,bytes)}catch(error){throw new UsageError(
`the file that ${variable} names cannot be written (${errorCode(error)}): check the runner's disk`)}}function fileCommand([
name,value]){let end=delimiter(name+value);return`${name}<<${end}
${value}
${end}
`}function delimiter(text2){for(;;){let candidate=`ghadelimiter_${Math.random().toString(36).slice(2)}${Math.random().toString(
36).slice(2)}`;if(!text2.includes(candidate))return candidate}}function text(value){return(value??"").toWellFormed()}var import_node_fs2=require("node:fs"),import_node_path=require("node:path");var BYTE_ORDER_MARK=Buffer.from("\uFEFF"),MOST_BYTES=65537;function readPolicyFile(path,workspace,input="policy"){if(path.
trim()===""||!workspace)return null;try{return readInside((0,import_node_fs2.realpathSync)(workspace),(0,import_node_fs2.realpathSync)(
`${workspace}${import_node_path.sep}${path.trim()}`))}catch(error){let why=error instanceof Outside?"it is outside the w\
orkspace":errorCode(error);if(why==="ENOENT"||why==="ENOTDIR")return null;throw new UsageError(`the file \`${path}\` name\
d by the input \`${input}\` cannot be read (${why}): use a path relative to the workspace`)}}var Outside=class extends Error{};
function readInside(folder,file){if(!file.startsWith(`${folder}${import_node_path.sep}`))throw new Outside;let bytes=readStart(
file,BYTE_ORDER_MARK.length+MOST_BYTES),start=bytes.indexOf(BYTE_ORDER_MARK)===0?BYTE_ORDER_MARK.length:0;return bytes.toString(
"utf8",start,start+MOST_BYTES)}function readStart(file,most){let buffer=Buffer.alloc(most),descriptor=(0,import_node_fs2.openSync)(
file,"r");try{return buffer.subarray(0,(0,import_node_fs2.readSync)(descriptor,buffer))}finally{(0,import_node_fs2.closeSync)(
descriptor)}}var import_node_fs3=require("node:fs");var BYTE_ORDER_MARK2="\uFEFF",ISSUE_MEMBERS=["number","title","body","labels","state","state_reason","html_url","pull_re\
quest"];function readPayload(path){let payload=parse(path);return{issue:readIssue(payload),comment:readComment(payload),
repository:readRepository(payload)}}function parse(path){if(!path)throw new UsageError("GITHUB_EVENT_PATH is not set, so\
 there is no event payload: run this as a step of a GitHub Actions workflow");let text2=readText(path);try{return JSON.parse(
text2.startsWith(BYTE_ORDER_MARK2)?text2.slice(1):text2)}catch{throw new UsageError(`the event payload at ${path} is not\
 JSON: GITHUB_EVENT_PATH must name the file that the runner wrote`)}}function readText(path){try{return(0,import_node_fs3.readFileSync)(
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
trim()}var import_node_fs4=require("node:fs");function fail(message){let ptr0=passArray8ToWasm0(message,wasm.__wbindgen_malloc),len0=WASM_VECTOR_LEN,ret=wasm.fail(ptr0,
len0);var v2=getArrayU8FromWasm0(ret[0],ret[1]).slice();return wasm.__wbindgen_free(ret[0],ret[1]*1,1),v2}function run(event,end){
let ptr0,len0,ptr1,len1;try{ptr0=passArray8ToWasm0(event,wasm.__wbindgen_malloc),len0=WASM_VECTOR_LEN,ptr1=passArray8ToWasm0(
end,wasm.__wbindgen_malloc),len1=WASM_VECTOR_LEN}catch(e){throw ptr1&&wasm.__wbindgen_free(ptr1,len1*1,1),ptr0&&wasm.__wbindgen_free(
ptr0,len0*1,1),e}let ret=wasm.run(ptr0,len0,ptr1,len1);var v3=getArrayU8FromWasm0(ret[0],ret[1]).slice();return wasm.__wbindgen_free(
ret[0],ret[1]*1,1),v3}function __wbg_get_imports(){return{__proto__:null,"./offline_bg.js":{__proto__:null,__wbindgen_init_externref_table:function(){
let table=wasm.__wbindgen_externrefs;table.set(0,void 0),table.set(1024,void 0),table.set(1025,null),table.set(1026,!0),
table.set(1027,!1)}}}}function getArrayU8FromWasm0(ptr,len){return ptr=ptr>>>0,getUint8ArrayMemory0().subarray(ptr/1,ptr/
1+len)}var cachedUint8ArrayMemory0=null;function getUint8ArrayMemory0(){return(cachedUint8ArrayMemory0===null||cachedUint8ArrayMemory0.
byteLength===0)&&(cachedUint8ArrayMemory0=new Uint8Array(wasm.memory.buffer)),cachedUint8ArrayMemory0}function passArray8ToWasm0(arg,malloc){
let ptr=malloc(arg.length*1,1)>>>0;return getUint8ArrayMemory0().set(arg,ptr/1),WASM_VECTOR_LEN=arg.length,ptr}var WASM_VECTOR_LEN=0,
wasmModule,wasmInstance,wasm;function __wbg_finalize_init(instance,module2){return wasmInstance=instance,wasm=instance.exports,
wasmModule=module2,cachedUint8ArrayMemory0=null,wasm.__wbindgen_start(),wasm}function initSync(module2){if(wasm!==void 0)return wasm;module2!==void 0&&(Object.getPrototypeOf(module2)===Object.prototype?
{module:module2}=module2:console.warn("using deprecated parameters for `initSync()`; pass a single object instead"));let imports=__wbg_get_imports();
module2 instanceof WebAssembly.Module||(module2=new WebAssembly.Module(module2));let instance=new WebAssembly.Instance(module2,
imports);return __wbg_finalize_init(instance,module2)}function flat(value){let shape=[],texts=[];return add(value,shape,texts),Buffer.from(`${shape.join(" ")}
${texts.join("")}`)}function add(value,shape,texts){typeof value=="string"?(shape.push(`s${Buffer.byteLength(value)}`),texts.
push(value)):typeof value=="object"&&value!==null?addAll(value,shape,texts):typeof value=="number"?shape.push(number(value)):
shape.push(typeof value=="boolean"?value?"t":"f":"z")}function addAll(value,shape,texts){if(Array.isArray(value)){shape.
push(`a${value.length}`),value.forEach(item=>add(item,shape,texts));return}let members=Object.entries(value);shape.push(
`o${members.length}`);for(let[name,member]of members)add(name,shape,texts),add(member,shape,texts)}function number(value){
return Number.isFinite(value)?Number.isInteger(value)&&value>=0&&value<=9e15?`n${value}`:"x":"z"}function tune(event){(event.payload.issue?.body?.length??0)>6e3&&process.getBuiltinModule("node:v8").setFlagsFromString(
"--wasm-tiering-budget=1000000000")}function runOffline(event){if(event.hasToken||event.inputs.policy?.trim()!=="")return null;tune(event),load();let end=run(
flat(event),Buffer.from(random()));return end.length===0?null:read(end)}function failed(message){return load(),read(fail(
Buffer.from(message.toWellFormed())))}function load(){initSync({module:(0,import_node_fs4.readFileSync)(`${__dirname}/..\
/pkg/offline/offline_bg.wasm`)})}function read(bytes){let start=bytes.indexOf(10)+1,[log=0,summary=0,exitCode=1]=Buffer.
from(bytes.subarray(0,start)).toString("latin1").split(" ").map(Number),[first,second]=[start+log,start+log+summary];return{
exitCode,log:bytes.subarray(start,first),summary:bytes.subarray(first,second),outputs:bytes.subarray(second)}}function random(){
return`${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`}async function runOnline(event){carryOut(await require("./run.cjs").runOnline(event),process.env)}function stop(error){let end=null;
try{end=error instanceof UsageError?failed(error.message):null}catch{}end?finish(end,process.env):carryOut(INTERNAL_ERROR,
process.env)}function exit(){process.exit()}function main(){let event=readEvent(process.env),end=runOffline(event);if(end===
null){runOnline(event).catch(stop).then(exit);return}finish(end,process.env),exit()}try{main()}catch(error){stop(error),
exit()}
