// Made from action/ and pkg/ by `cargo xtask dist`. CommonJS, because Node starts a third slower on an ES module.
"use strict";var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to2,from,except,desc)=>{
if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to2,key)&&
key!==except&&__defProp(to2,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to2};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var github_exports={};__export(github_exports,{connect:()=>connect,connectForReport:()=>connectForReport,connectForSweep:()=>connectForSweep});
module.exports=__toCommonJS(github_exports);function getUserAgent(){return typeof navigator=="object"&&"userAgent"in navigator?navigator.userAgent:typeof process=="\
object"&&process.version!==void 0?`Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`:"<enviro\
nment undetectable>"}function register(state,name,method,options){if(typeof method!="function")throw new Error("method for before hook must b\
e a function");return options||(options={}),Array.isArray(name)?name.reverse().reduce((callback,name2)=>register.bind(null,
state,name2,callback,options),method)():Promise.resolve().then(()=>state.registry[name]?state.registry[name].reduce((method2,registered)=>registered.
hook.bind(null,method2,options),method)():method(options))}function addHook(state,kind,name,hook2){let orig=hook2;state.registry[name]||(state.registry[name]=[]),kind==="before"&&
(hook2=(method,options)=>Promise.resolve().then(orig.bind(null,options)).then(method.bind(null,options))),kind==="after"&&
(hook2=(method,options)=>{let result;return Promise.resolve().then(method.bind(null,options)).then(result_=>(result=result_,
orig(result,options))).then(()=>result)}),kind==="error"&&(hook2=(method,options)=>Promise.resolve().then(method.bind(null,
options)).catch(error=>orig(error,options))),state.registry[name].push({hook:hook2,orig})}function removeHook(state,name,method){if(!state.registry[name])return;let index=state.registry[name].map(registered=>registered.
orig).indexOf(method);index!==-1&&state.registry[name].splice(index,1)}var bind=Function.bind,bindable=bind.bind(bind);function bindApi(hook2,state,name){let removeHookRef=bindable(removeHook,
null).apply(null,name?[state,name]:[state]);hook2.api={remove:removeHookRef},hook2.remove=removeHookRef,["before","error",
"after","wrap"].forEach(kind=>{let args=name?[state,kind,name]:[state,kind];hook2[kind]=hook2.api[kind]=bindable(addHook,
null).apply(null,args)})}function Singular(){let singularHookName=Symbol("Singular"),singularHookState={registry:{}},singularHook=register.
bind(null,singularHookState,singularHookName);return bindApi(singularHook,singularHookState,singularHookName),singularHook}
function Collection(){let state={registry:{}},hook2=register.bind(null,state);return bindApi(hook2,state),hook2}var before_after_hook_default={
Singular,Collection};var VERSION="0.0.0-development",userAgent=`octokit-endpoint.js/${VERSION} ${getUserAgent()}`,DEFAULTS={method:"GET",baseUrl:"\
https://api.github.com",headers:{accept:"application/vnd.github.v3+json","user-agent":userAgent},mediaType:{format:""}};
function lowercaseKeys(object){return object?Object.keys(object).reduce((newObj,key)=>(newObj[key.toLowerCase()]=object[key],
newObj),{}):{}}function isPlainObject(value){if(typeof value!="object"||value===null||Object.prototype.toString.call(value)!==
"[object Object]")return!1;let proto=Object.getPrototypeOf(value);if(proto===null)return!0;let Ctor=Object.prototype.hasOwnProperty.
call(proto,"constructor")&&proto.constructor;return typeof Ctor=="function"&&Ctor instanceof Ctor&&Function.prototype.call(
Ctor)===Function.prototype.call(value)}function mergeDeep(defaults,options){let result=Object.assign({},defaults);return Object.
keys(options).forEach(key=>{isPlainObject(options[key])?key in defaults?result[key]=mergeDeep(defaults[key],options[key]):
Object.assign(result,{[key]:options[key]}):Object.assign(result,{[key]:options[key]})}),result}function removeUndefinedProperties(obj){
for(let key in obj)obj[key]===void 0&&delete obj[key];return obj}function merge(defaults,route,options){if(typeof route==
"string"){let[method,url]=route.split(" ");options=Object.assign(url?{method,url}:{url:method},options)}else options=Object.
assign({},route);options.headers=lowercaseKeys(options.headers),removeUndefinedProperties(options),removeUndefinedProperties(
options.headers);let mergedOptions=mergeDeep(defaults||{},options);return options.url==="/graphql"&&(defaults&&defaults.
mediaType.previews?.length&&(mergedOptions.mediaType.previews=defaults.mediaType.previews.filter(preview=>!mergedOptions.
mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews)),mergedOptions.mediaType.previews=(mergedOptions.
mediaType.previews||[]).map(preview=>preview.replace(/-preview/,""))),mergedOptions}function addQueryParameters(url,parameters){
let separator=/\?/.test(url)?"&":"?",names=Object.keys(parameters);return names.length===0?url:url+separator+names.map(name=>name===
"q"?"q="+parameters.q.split("+").map(encodeURIComponent).join("+"):`${name}=${encodeURIComponent(parameters[name])}`).join(
"&")}var urlVariableRegex=/\{[^{}}]+\}/g;function removeNonChars(variableName){return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g,
"").split(/,/)}function extractUrlVariableNames(url){let matches=url.match(urlVariableRegex);return matches?matches.map(
removeNonChars).reduce((a,b)=>a.concat(b),[]):[]}function omit(object,keysToOmit){let result={__proto__:null};for(let key of Object.
keys(object))keysToOmit.indexOf(key)===-1&&(result[key]=object[key]);return result}function encodeReserved(str){return str.
split(/(%[0-9A-Fa-f]{2})/g).map(function(part){return/%[0-9A-Fa-f]/.test(part)||(part=encodeURI(part).replace(/%5B/g,"[").
replace(/%5D/g,"]")),part}).join("")}function encodeUnreserved(str){return encodeURIComponent(str).replace(/[!'()*]/g,function(c){
return"%"+c.charCodeAt(0).toString(16).toUpperCase()})}function encodeValue(operator,value,key){return value=operator===
"+"||operator==="#"?encodeReserved(value):encodeUnreserved(value),key?encodeUnreserved(key)+"="+value:value}function isDefined(value){
return value!=null}function isKeyOperator(operator){return operator===";"||operator==="&"||operator==="?"}function getValues(context,operator,key,modifier){
var value=context[key],result=[];if(isDefined(value)&&value!=="")if(typeof value=="string"||typeof value=="number"||typeof value==
"bigint"||typeof value=="boolean")value=value.toString(),modifier&&modifier!=="*"&&(value=value.substring(0,parseInt(modifier,
10))),result.push(encodeValue(operator,value,isKeyOperator(operator)?key:""));else if(modifier==="*")Array.isArray(value)?
value.filter(isDefined).forEach(function(value2){result.push(encodeValue(operator,value2,isKeyOperator(operator)?key:""))}):
Object.keys(value).forEach(function(k){isDefined(value[k])&&result.push(encodeValue(operator,value[k],k))});else{let tmp=[];
Array.isArray(value)?value.filter(isDefined).forEach(function(value2){tmp.push(encodeValue(operator,value2))}):Object.keys(
value).forEach(function(k){isDefined(value[k])&&(tmp.push(encodeUnreserved(k)),tmp.push(encodeValue(operator,value[k].toString())))}),
isKeyOperator(operator)?result.push(encodeUnreserved(key)+"="+tmp.join(",")):tmp.length!==0&&result.push(tmp.join(","))}else
operator===";"?isDefined(value)&&result.push(encodeUnreserved(key)):value===""&&(operator==="&"||operator==="?")?result.
push(encodeUnreserved(key)+"="):value===""&&result.push("");return result}function parseUrl(template){return{expand:expand.
bind(null,template)}}function expand(template,context){var operators=["+","#",".","/",";","?","&"];return template=template.
replace(/\{([^\{\}]+)\}|([^\{\}]+)/g,function(_,expression,literal){if(expression){let operator="",values=[];if(operators.
indexOf(expression.charAt(0))!==-1&&(operator=expression.charAt(0),expression=expression.substr(1)),expression.split(/,/g).
forEach(function(variable){var tmp=/([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);values.push(getValues(context,operator,tmp[1],
tmp[2]||tmp[3]))}),operator&&operator!=="+"){var separator=",";return operator==="?"?separator="&":operator!=="#"&&(separator=
operator),(values.length!==0?operator:"")+values.join(separator)}else return values.join(",")}else return encodeReserved(
literal)}),template==="/"?template:template.replace(/\/$/,"")}function parse(options){let method=options.method.toUpperCase(),
url=(options.url||"/").replace(/:([a-z]\w+)/g,"{$1}"),headers=Object.assign({},options.headers),body,parameters=omit(options,
["method","baseUrl","url","headers","request","mediaType"]),urlVariableNames=extractUrlVariableNames(url);url=parseUrl(url).
expand(parameters),/^http/.test(url)||(url=options.baseUrl+url);let omittedParameters=Object.keys(options).filter(option=>urlVariableNames.
includes(option)).concat("baseUrl"),remainingParameters=omit(parameters,omittedParameters);if(!/application\/octet-stream/i.
test(headers.accept)&&(options.mediaType.format&&(headers.accept=headers.accept.split(/,/).map(format=>format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
`application/vnd$1$2.${options.mediaType.format}`)).join(",")),url.endsWith("/graphql")&&options.mediaType.previews?.length)){
let previewsFromAcceptHeader=headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g)||[];headers.accept=previewsFromAcceptHeader.
concat(options.mediaType.previews).map(preview=>{let format=options.mediaType.format?`.${options.mediaType.format}`:"+js\
on";return`application/vnd.github.${preview}-preview${format}`}).join(",")}return["GET","HEAD"].includes(method)?url=addQueryParameters(
url,remainingParameters):"data"in remainingParameters?body=remainingParameters.data:Object.keys(remainingParameters).length&&
(body=remainingParameters),!headers["content-type"]&&typeof body<"u"&&(headers["content-type"]="application/json; charse\
t=utf-8"),["PATCH","PUT"].includes(method)&&typeof body>"u"&&(body=""),Object.assign({method,url,headers},typeof body<"u"?
{body}:null,options.request?{request:options.request}:null)}function endpointWithDefaults(defaults,route,options){return parse(
merge(defaults,route,options))}function withDefaults(oldDefaults,newDefaults){let DEFAULTS2=merge(oldDefaults,newDefaults),
endpoint2=endpointWithDefaults.bind(null,DEFAULTS2);return Object.assign(endpoint2,{DEFAULTS:DEFAULTS2,defaults:withDefaults.
bind(null,DEFAULTS2),merge:merge.bind(null,DEFAULTS2),parse})}var endpoint=withDefaults(null,DEFAULTS);var CHAR_MAP=new Uint8Array(256);CHAR_MAP[9]|=2;CHAR_MAP[32]|=2;CHAR_MAP[59]|=4;CHAR_MAP[44]|=8;for(let code=128;code<=255;code++)
CHAR_MAP[code]|=1;for(let char of"!#$%&'*+-.^_`|~")CHAR_MAP[char.charCodeAt(0)]|=16;for(let code=48;code<=57;code++)CHAR_MAP[code]|=
16;for(let code=65;code<=90;code++)CHAR_MAP[code]|=17;for(let code=97;code<=122;code++)CHAR_MAP[code]|=16;var NullObject=(()=>{
let C=function(){};return C.prototype=Object.create(null),C})();function parse2(header,options){let stopFlags=4|(options?.comma===!0?8:0),len=header.length,valueStart=options?.start??0;
for(;(CHAR_MAP[header.charCodeAt(valueStart)]&2)!==0;)valueStart++;let index=valueStart,typeFlags=0,whitespace=-1,stop=options?.
parameters===!1?8:0;for(;index<len;){let code=header.charCodeAt(index),flags=CHAR_MAP[code];if((flags&stopFlags)!==0){stop|=
flags&8;break}(flags&2)!==0?whitespace===-1&&(whitespace=index):whitespace=-1,typeFlags|=code&65280|flags,index++}let valueEnd=whitespace===
-1?index:whitespace,value=header.slice(valueStart,valueEnd),type=(typeFlags&65281)===0?value:value.toLowerCase();return index===
len||stop!==0?{type,index,parameters:new NullObject}:parseParameters(header,type,index,len,stopFlags)}function parseParameters(header,type,index,len,stopFlags){
let parameters=new NullObject;parameter:for(;index<len;){for(index++;(CHAR_MAP[header.charCodeAt(index)]&2)!==0;)index++;
let keyStart=index,keyFlags=0,keyWhitespace=-1;for(;index<len;){let code=header.charCodeAt(index),flags=CHAR_MAP[code];if((flags&
stopFlags)!==0){if((flags&8)!==0)break parameter;continue parameter}if(code===61){let keyEnd=keyWhitespace===-1?index:keyWhitespace,
value=header.slice(keyStart,keyEnd),key=(keyFlags&65281)===0?value:value.toLowerCase();for(index++;(CHAR_MAP[header.charCodeAt(
index)]&2)!==0;)index++;if(index<len&&header.charCodeAt(index)===34){let quotedStart=++index,escaped=!1;for(;index<len;){
let code2=header.charCodeAt(index);if(code2===34){parameters[key]===void 0&&(parameters[key]=escaped?unescapeQuotedPairs(
header,quotedStart,index):header.slice(quotedStart,index)),index++;let stop2=0;for(;index<len;){let code3=header.charCodeAt(
index),flags2=CHAR_MAP[code3];if((flags2&stopFlags)!==0){stop2=flags2&8;break}index++}if(stop2!==0)break parameter;continue parameter}
if(code2===92&&index+1<len){escaped=!0,index+=2;continue}index++}continue parameter}let valueStart=index,stop=0,valueWhitespace=-1;
for(;index<len;){let code2=header.charCodeAt(index),flags2=CHAR_MAP[code2];if((flags2&stopFlags)!==0){stop=flags2&8;break}
(flags2&2)!==0?valueWhitespace===-1&&(valueWhitespace=index):valueWhitespace=-1,index++}if(parameters[key]===void 0){let valueEnd=valueWhitespace===
-1?index:valueWhitespace;parameters[key]=header.slice(valueStart,valueEnd)}if(stop!==0)break parameter;continue parameter}
(flags&2)!==0?keyWhitespace===-1&&(keyWhitespace=index):keyWhitespace=-1,keyFlags|=code&65280|flags,index++}}return{type,
index,parameters}}function unescapeQuotedPairs(str,start,end){let result="";for(let index=start;index<end;index++)str.charCodeAt(
index)===92&&(result+=str.slice(start,index),start=++index);return result+str.slice(start,end)}var intRegex=/^-?\d+$/,noiseValue=/^-?\d+n+$/,originalStringify=JSON.stringify,originalParse=JSON.parse,customFormat=/^-?\d+n$/,
bigIntsStringify=/([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g,noiseStringify=/([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g,isUnstringifiable=val=>val===
void 0||typeof val=="function"||typeof val=="symbol",isRawJSON=val=>val!==null&&typeof val=="object"&&val.constructor&&val.
constructor.name==="RawJSON",stringifyIteratively=(rootValue,replacer,spaceParam)=>{let space="";typeof spaceParam=="num\
ber"?space=" ".repeat(Math.min(10,Math.max(0,Math.floor(spaceParam)))):typeof spaceParam=="string"&&(space=spaceParam.slice(
0,10));let isFunctionReplacer=typeof replacer=="function",propertyList=Array.isArray(replacer)?new Set(replacer.map(String)):
null,prepareVal=(parent,key,val)=>(val!==null&&typeof val=="object"&&typeof val.toJSON=="function"&&(val=val.toJSON(key)),
typeof val=="string"&&noiseValue.test(val)?val+"n":typeof val=="bigint"?"rawJSON"in JSON?JSON.rawJSON(val.toString()):val.
toString()+"n":(isFunctionReplacer&&(val=replacer.call(parent,key,val)),val!==null&&typeof val=="object"&&(val instanceof
Number||val instanceof String||val instanceof Boolean)&&(val=val.valueOf()),val)),rootProcessed=prepareVal({"":rootValue},
"",rootValue);if(isUnstringifiable(rootProcessed))return;let isRootPrimitive=rootProcessed===null||typeof rootProcessed!=
"object",isRootNativeRawJSON=isRawJSON(rootProcessed);if(isRootPrimitive||isRootNativeRawJSON)return originalStringify(rootProcessed);
let chunks=[],level=0,stack=[{parent:{"":rootProcessed},key:"",val:rootProcessed,isArray:Array.isArray(rootProcessed),keys:Array.
isArray(rootProcessed)?null:Object.keys(rootProcessed),index:0,first:!0}],visited=new WeakSet([rootProcessed]);for(;stack.
length>0;){let node=stack[stack.length-1];node.index===0&&(chunks.push(node.isArray?"[":"{"),level++);let isDone2=!1;if(node.
isArray)if(node.index<node.val.length){node.first||chunks.push(","),space&&chunks.push(`
`+space.repeat(level));let childRaw=node.val[node.index],childVal=prepareVal(node.val,String(node.index),childRaw);if(isUnstringifiable(
childVal))chunks.push("null"),node.first=!1,node.index++;else{let isComplexObject=childVal!==null&&typeof childVal=="obj\
ect",isNativeRaw=isRawJSON(childVal);if(isComplexObject&&!isNativeRaw){if(visited.has(childVal))throw new TypeError("Con\
verting circular structure to JSON");visited.add(childVal),stack.push({parent:node.val,key:String(node.index),val:childVal,
isArray:Array.isArray(childVal),keys:Array.isArray(childVal)?null:Object.keys(childVal),index:0,first:!0}),node.first=!1,
node.index++}else chunks.push(originalStringify(childVal)),node.first=!1,node.index++}}else isDone2=!0;else{for(;node.index<
node.keys.length;){let k=node.keys[node.index++];if(propertyList&&!propertyList.has(k))continue;let childRaw=node.val[k],
childVal=prepareVal(node.val,k,childRaw);if(isUnstringifiable(childVal))continue;node.first||chunks.push(","),space?chunks.
push(`
`+space.repeat(level)+originalStringify(k)+": "):chunks.push(originalStringify(k)+":");let isComplexObject=childVal!==null&&
typeof childVal=="object",isNativeRaw=isRawJSON(childVal);if(isComplexObject&&!isNativeRaw){if(visited.has(childVal))throw new TypeError(
"Converting circular structure to JSON");visited.add(childVal),stack.push({parent:node.val,key:k,val:childVal,isArray:Array.
isArray(childVal),keys:Array.isArray(childVal)?null:Object.keys(childVal),index:0,first:!0}),node.first=!1;break}else chunks.
push(originalStringify(childVal)),node.first=!1}node.index>=node.keys.length&&stack[stack.length-1]===node&&(isDone2=!0)}
isDone2&&(level--,!node.first&&space&&chunks.push(`
`+space.repeat(level)),chunks.push(node.isArray?"]":"}"),visited.delete(node.val),stack.pop())}return chunks.join("")},JSONStringify=(value,replacer,space)=>{
try{return"rawJSON"in JSON?originalStringify(value,(key,val)=>typeof val=="bigint"?JSON.rawJSON(val.toString()):typeof replacer==
"function"?replacer(key,val):(Array.isArray(replacer)&&replacer.includes(key),val),space):value?originalStringify(value,
(key,val)=>typeof val=="string"&&noiseValue.test(val)||typeof val=="bigint"?val.toString()+"n":typeof replacer=="functio\
n"?replacer(key,val):(Array.isArray(replacer)&&replacer.includes(key),val),space).replace(bigIntsStringify,"$1$2$3").replace(
noiseStringify,"$1$2$3"):originalStringify(value,replacer,space)}catch(error){if(error instanceof RangeError){let convertedJSON=stringifyIteratively(
value,replacer,space);return convertedJSON===void 0?void 0:"rawJSON"in JSON?convertedJSON:convertedJSON.replace(bigIntsStringify,
"$1$2$3").replace(noiseStringify,"$1$2$3")}throw error}},featureCache=new Map,isContextSourceSupported=()=>{let parseFingerprint=JSON.
parse.toString();if(featureCache.has(parseFingerprint))return featureCache.get(parseFingerprint);try{let result=JSON.parse(
"1",(_,__,context)=>!!context?.source&&context.source==="1");return featureCache.set(parseFingerprint,result),result}catch{
return featureCache.set(parseFingerprint,!1),!1}},convertMarkedBigIntsReviver=(key,value,context,userReviver)=>typeof value==
"string"&&customFormat.test(value)?BigInt(value.slice(0,-1)):typeof value=="string"&&noiseValue.test(value)?value.slice(
0,-1):typeof userReviver=="function"?userReviver(key,value,context):value,JSONParseV2=(text,reviver)=>JSON.parse(text,(key,value,context)=>{
let isNumber=typeof value=="number",isOutOfBounds=value>Number.MAX_SAFE_INTEGER||value<Number.MIN_SAFE_INTEGER,isBigNumber=isNumber&&
isOutOfBounds,isInt=context&&intRegex.test(context.source);return isBigNumber&&isInt?BigInt(context.source):typeof reviver==
"function"?reviver(key,value,context):value}),MAX_INT=Number.MAX_SAFE_INTEGER.toString(),MAX_DIGITS=MAX_INT.length,stringsOrLargeNumbers=/"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g,
noiseValueWithQuotes=/^"-?\d+n+"$/,applyReviverIteratively=(parsed,userReviver)=>{let rootHolder={"":parsed},stack=[{parent:rootHolder,
key:"",visited:!1}];for(;stack.length>0;){let node=stack[stack.length-1];if(node.visited){let{parent,key}=node,value=parent[key];
typeof value=="string"&&(customFormat.test(value)?value=BigInt(value.slice(0,-1)):noiseValue.test(value)&&(value=value.slice(
0,-1))),typeof userReviver=="function"&&(value=userReviver.call(parent,key,value)),value===void 0?delete parent[key]:parent[key]=
value,stack.pop()}else{node.visited=!0;let value=node.parent[node.key];if(value!==null&&typeof value=="object"){let keys=Object.
keys(value);for(let i=keys.length-1;i>=0;i--)stack.push({parent:value,key:keys[i],visited:!1})}}}return rootHolder[""]},
serializeBigInts=text=>text.replace(stringsOrLargeNumbers,(match,digits,fractional,exponential)=>{let isString=match[0]===
'"';if(isString&&noiseValueWithQuotes.test(match))return match.substring(0,match.length-1)+'n"';let hasFractionalOrExponential=fractional||
exponential,isLessThanMaxSafeInt=digits&&(digits.length<MAX_DIGITS||digits.length===MAX_DIGITS&&digits<=MAX_INT);return isString||
hasFractionalOrExponential||isLessThanMaxSafeInt?match:'"'+match+'n"'}),JSONParse=(text,reviver)=>{if(!text)return originalParse(
text,reviver);try{if(isContextSourceSupported())return JSONParseV2(text,reviver);let serializedData=serializeBigInts(text);
return originalParse(serializedData,(key,value,context)=>convertMarkedBigIntsReviver(key,value,context,reviver))}catch(error){
if(error instanceof RangeError){let serializedData=serializeBigInts(text),parsed=originalParse(serializedData);return applyReviverIteratively(
parsed,reviver)}throw error}};var RequestError=class extends Error{name;status;request;response;constructor(message,statusCode,options){super(message,
{cause:options.cause}),this.name="HttpError",this.status=Number.parseInt(statusCode),Number.isNaN(this.status)&&(this.status=
0);"response"in options&&(this.response=options.response);let requestCopy=Object.assign({},options.request);options.request.
headers.authorization&&(requestCopy.headers=Object.assign({},options.request.headers,{authorization:options.request.headers.
authorization.replace(/(?<! ) .*$/," [REDACTED]")})),requestCopy.url=requestCopy.url.replace(/\bclient_secret=\w+/g,"cli\
ent_secret=[REDACTED]").replace(/\baccess_token=\w+/g,"access_token=[REDACTED]"),this.request=requestCopy}};var VERSION2="10.0.16",defaults_default={headers:{"user-agent":`octokit-request.js/${VERSION2} ${getUserAgent()}`}};function isPlainObject2(value){
if(typeof value!="object"||value===null||Object.prototype.toString.call(value)!=="[object Object]")return!1;let proto=Object.
getPrototypeOf(value);if(proto===null)return!0;let Ctor=Object.prototype.hasOwnProperty.call(proto,"constructor")&&proto.
constructor;return typeof Ctor=="function"&&Ctor instanceof Ctor&&Function.prototype.call(Ctor)===Function.prototype.call(
value)}var noop=()=>"";async function fetchWrapper(requestOptions){let fetch=requestOptions.request?.fetch||globalThis.fetch;
if(!fetch)throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). L\
earn more at https://github.com/octokit/octokit.js/#fetch-missing");let log=requestOptions.request?.log||console,parseSuccessResponseBody=requestOptions.
request?.parseSuccessResponseBody!==!1,body=isPlainObject2(requestOptions.body)||Array.isArray(requestOptions.body)?JSONStringify(
requestOptions.body):requestOptions.body,requestHeaders=Object.fromEntries(Object.entries(requestOptions.headers).map(([
name,value])=>[name,String(value)])),fetchResponse;try{fetchResponse=await fetch(requestOptions.url,{method:requestOptions.
method,body,redirect:requestOptions.request?.redirect,headers:requestHeaders,signal:requestOptions.request?.signal,...requestOptions.
body&&{duplex:"half"}})}catch(error){let message="Unknown Error";if(error instanceof Error){if(error.name==="AbortError")
throw error.status=500,error;message=error.message,error.name==="TypeError"&&"cause"in error&&(error.cause instanceof Error?
message=error.cause.message:typeof error.cause=="string"&&(message=error.cause))}let requestError=new RequestError(message,
500,{request:requestOptions});throw requestError.cause=error,requestError}let status=fetchResponse.status,url=fetchResponse.
url,responseHeaders={};for(let[key,value]of fetchResponse.headers)responseHeaders[key]=value;let octokitResponse={url,status,
headers:responseHeaders,data:""};if("deprecation"in responseHeaders){let matches=responseHeaders.link&&responseHeaders.link.
match(/<([^<>]+)>; rel="deprecation"/),deprecationLink=matches&&matches.pop();log.warn(`[@octokit/request] "${requestOptions.
method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink?
`. See ${deprecationLink}`:""}`)}if(status===204||status===205)return octokitResponse;if(requestOptions.method==="HEAD"){
if(status<400)return octokitResponse;throw new RequestError(fetchResponse.statusText,status,{response:octokitResponse,request:requestOptions})}
if(status===304)throw octokitResponse.data=await getResponseData(fetchResponse),new RequestError("Not modified",status,{
response:octokitResponse,request:requestOptions});if(status>=400)throw octokitResponse.data=await getResponseData(fetchResponse),
new RequestError(toErrorMessage(octokitResponse.data),status,{response:octokitResponse,request:requestOptions});return octokitResponse.
data=parseSuccessResponseBody?await getResponseData(fetchResponse):fetchResponse.body,octokitResponse}async function getResponseData(response){
let contentType=response.headers.get("content-type");if(!contentType)return response.text().catch(noop);let mimetype=parse2(
contentType);if(isJSONResponse(mimetype)){let text="";try{return text=await response.text(),JSONParse(text)}catch{return text}}else
return mimetype.type.startsWith("text/")||mimetype.parameters.charset?.toLowerCase()==="utf-8"&&mimetype.type!=="applica\
tion/octet-stream"?response.text().catch(noop):response.arrayBuffer().catch(()=>new ArrayBuffer(0))}function isJSONResponse(mimetype){
return mimetype.type==="application/json"||mimetype.type==="application/scim+json"}function toErrorMessage(data){if(typeof data==
"string")return data;if(data instanceof ArrayBuffer)return"Unknown error";if(typeof data=="object"&&data!==null&&"messag\
e"in data){let objectData=data,suffix="documentation_url"in objectData?` - ${objectData.documentation_url}`:"";return Array.
isArray(objectData.errors)?`${objectData.message}: ${objectData.errors.map(v=>JSON.stringify(v)).join(", ")}${suffix}`:`${objectData.
message}${suffix}`}return`Unknown error: ${JSON.stringify(data)}`}function withDefaults2(oldEndpoint,newDefaults){let endpoint2=oldEndpoint.
defaults(newDefaults);return Object.assign(function(route,parameters){let endpointOptions=endpoint2.merge(route,parameters);
if(!endpointOptions.request||!endpointOptions.request.hook)return fetchWrapper(endpoint2.parse(endpointOptions));let request2=(route2,parameters2)=>fetchWrapper(
endpoint2.parse(endpoint2.merge(route2,parameters2)));return Object.assign(request2,{endpoint:endpoint2,defaults:withDefaults2.
bind(null,endpoint2)}),endpointOptions.request.hook(request2,endpointOptions)},{endpoint:endpoint2,defaults:withDefaults2.
bind(null,endpoint2)})}var request=withDefaults2(endpoint,defaults_default);var VERSION3="0.0.0-development";function _buildMessageForResponseErrors(data){return`Request failed due to following re\
sponse errors:
`+data.errors.map(e=>` - ${e.message}`).join(`
`)}var GraphqlResponseError=class extends Error{constructor(request2,headers,response){super(_buildMessageForResponseErrors(
response)),this.request=request2,this.headers=headers,this.response=response,this.errors=response.errors,this.data=response.
data,Error.captureStackTrace&&Error.captureStackTrace(this,this.constructor)}request;headers;response;name="GraphqlRespo\
nseError";errors;data},NON_VARIABLE_OPTIONS=["method","baseUrl","url","headers","request","query","mediaType","operation\
Name"],FORBIDDEN_VARIABLE_OPTIONS=["query","method","url"],GHES_V3_SUFFIX_REGEX=/\/api\/v3\/?$/;function graphql(request2,query,options){
if(options){if(typeof query=="string"&&"query"in options)return Promise.reject(new Error('[@octokit/graphql] "query" can\
not be used as variable name'));for(let key in options)if(FORBIDDEN_VARIABLE_OPTIONS.includes(key))return Promise.reject(
new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`))}let parsedOptions=typeof query=="string"?Object.
assign({query},options):query,requestOptions=Object.keys(parsedOptions).reduce((result,key)=>NON_VARIABLE_OPTIONS.includes(
key)?(result[key]=parsedOptions[key],result):(result.variables||(result.variables={}),result.variables[key]=parsedOptions[key],
result),{}),baseUrl=parsedOptions.baseUrl||request2.endpoint.DEFAULTS.baseUrl;return GHES_V3_SUFFIX_REGEX.test(baseUrl)&&
(requestOptions.url=baseUrl.replace(GHES_V3_SUFFIX_REGEX,"/api/graphql")),request2(requestOptions).then(response=>{if(response.
data.errors){let headers={};for(let key of Object.keys(response.headers))headers[key]=response.headers[key];throw new GraphqlResponseError(
requestOptions,headers,response.data)}return response.data.data})}function withDefaults3(request2,newDefaults){let newRequest=request2.
defaults(newDefaults);return Object.assign((query,options)=>graphql(newRequest,query,options),{defaults:withDefaults3.bind(
null,newRequest),endpoint:newRequest.endpoint})}var graphql2=withDefaults3(request,{headers:{"user-agent":`octokit-graph\
ql.js/${VERSION3} ${getUserAgent()}`},method:"POST",url:"/graphql"});function withCustomRequest(customRequest){return withDefaults3(
customRequest,{method:"POST",url:"/graphql"})}var b64url="(?:[a-zA-Z0-9_-]+)",sep="\\.",jwtRE=new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`),isJWT=jwtRE.test.
bind(jwtRE);async function auth(token){let isApp=isJWT(token),isInstallation=token.startsWith("v1.")||token.startsWith("\
ghs_"),isUserToServer=token.startsWith("ghu_");return{type:"token",token,tokenType:isApp?"app":isInstallation?"installat\
ion":isUserToServer?"user-to-server":"oauth"}}function withAuthorizationPrefix(token){return token.split(/\./).length===
3?`bearer ${token}`:`token ${token}`}async function hook(token,request2,route,parameters){let endpoint2=request2.endpoint.
merge(route,parameters);return endpoint2.headers.authorization=withAuthorizationPrefix(token),request2(endpoint2)}var createTokenAuth=function(token){
if(!token)throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");if(typeof token!="string")throw new Error(
"[@octokit/auth-token] Token passed to createTokenAuth is not a string");return token=token.replace(/^(token|bearer) +/i,
""),Object.assign(auth.bind(null,token),{hook:hook.bind(null,token)})};var VERSION4="7.0.8";var noop2=()=>{},consoleWarn=console.warn.bind(console),consoleError=console.error.bind(console);function createLogger(logger={}){
return typeof logger.debug!="function"&&(logger.debug=noop2),typeof logger.info!="function"&&(logger.info=noop2),typeof logger.
warn!="function"&&(logger.warn=consoleWarn),typeof logger.error!="function"&&(logger.error=consoleError),logger}var userAgentTrail=`\
octokit-core.js/${VERSION4} ${getUserAgent()}`,Octokit=class{static VERSION=VERSION4;static defaults(defaults){return class extends this{constructor(...args){
let options=args[0]||{};if(typeof defaults=="function"){super(defaults(options));return}super(Object.assign({},defaults,
options,options.userAgent&&defaults.userAgent?{userAgent:`${options.userAgent} ${defaults.userAgent}`}:null))}}}static plugins=[];static plugin(...newPlugins){
let currentPlugins=this.plugins;return class extends this{static plugins=currentPlugins.concat(newPlugins.filter(plugin=>!currentPlugins.
includes(plugin)))}}constructor(options={}){let hook2=new before_after_hook_default.Collection,requestDefaults={baseUrl:request.
endpoint.DEFAULTS.baseUrl,headers:{},request:Object.assign({},options.request,{hook:hook2.bind(null,"request")}),mediaType:{
previews:[],format:""}};if(requestDefaults.headers["user-agent"]=options.userAgent?`${options.userAgent} ${userAgentTrail}`:
userAgentTrail,options.baseUrl&&(requestDefaults.baseUrl=options.baseUrl),options.previews&&(requestDefaults.mediaType.previews=
options.previews),options.timeZone&&(requestDefaults.headers["time-zone"]=options.timeZone),this.request=request.defaults(
requestDefaults),this.graphql=withCustomRequest(this.request).defaults(requestDefaults),this.log=createLogger(options.log),
this.hook=hook2,options.authStrategy){let{authStrategy,...otherOptions}=options,auth2=authStrategy(Object.assign({request:this.
request,log:this.log,octokit:this,octokitOptions:otherOptions},options.auth));hook2.wrap("request",auth2.hook),this.auth=
auth2}else if(!options.auth)this.auth=async()=>({type:"unauthenticated"});else{let auth2=createTokenAuth(options.auth);hook2.
wrap("request",auth2.hook),this.auth=auth2}let classConstructor=this.constructor;for(let i=0;i<classConstructor.plugins.
length;++i)Object.assign(this,classConstructor.plugins[i](this,options))}request;graphql;log;hook;auth};var SILENT={debug(){},info(){},warn(){},error(){}},MOST_WAITED=3e4,MOST_REDIRECTS=3,REDIRECTS=[301,302,307,308];function openClient({
token,api,graphql:graphql3,fetch,clock}){let options={auth:token,baseUrl:api,userAgent:"patch-release-issues",log:SILENT,
request:{fetch,log:SILENT}},octokit=new Octokit(options);return{graphql:graphql3,send:(request2,most)=>limited(clock,most,
signal=>send(octokit,request2,signal))}}async function send(octokit,{method,url,parameters,mayMove=!1},signal){let answer=await sendOnce(
octokit,{...parameters,method,url},signal);for(let count=0;mayMove&&count<MOST_REDIRECTS;count+=1){let next=redirection(
answer);if(!next)break;answer=await sendOnce(octokit,{...parameters,method,url:next.href},signal)}return answer}async function sendOnce(octokit,parameters,signal){
try{return await octokit.request({...parameters,request:{redirect:"manual",signal}})}catch(error){return answerIn(error)}}
function answerIn(error){let{response,cause,name}=error;if(response)return response;if(name==="AbortError")return{status:null,
code:"ETIMEDOUT"};if(typeof cause?.code=="string")return{status:null,code:cause.code};throw error}function redirection(answer){
if(answer.status===null||!REDIRECTS.includes(answer.status)||typeof answer.headers.location!="string")return null;let next=URL.
parse(answer.headers.location,answer.url);return next?.origin===new URL(answer.url).origin?next:null}async function limited(clock,most,work){
if(most<=0)return{status:null,code:"ETIMEDOUT"};let[timeout,done]=[new AbortController,new AbortController];clock.sleep(
Math.min(most,MOST_WAITED),{signal:done.signal}).then(()=>done.signal.aborted||timeout.abort());try{return await work(timeout.
signal)}finally{done.abort()}}function failedRequest(doing,{cause,status,detail},lost){return{doing,kind:kindOf(cause,lost&&doing!=="read"),status,detail}}
function kindOf(cause,isDoubtful){switch(cause){case"lost":case"unsent":return isDoubtful?"doubtful":"unavailable";case"\
throttled":case"exhausted":return"limited";default:return cause}}var CAUSES=new Map([[301,"moved"],[302,"moved"],[303,"moved"],[307,"moved"],[308,"moved"],[401,"unauthorized"],[403,"for\
bidden"],[404,"gone"],[408,"lost"],[410,"gone"],[429,"throttled"],[451,"forbidden"]]),UNSENT=new Map([["EAI_AGAIN","unse\
nt"],["ECONNREFUSED","unsent"],["EHOSTUNREACH","unsent"],["ENETUNREACH","unsent"],["ENOTFOUND","unsent"],["ERR_INVALID_C\
HAR","unauthorized"]]),MINUTE=6e4,LONGEST_DETAIL=1e3;function failureOf(answer,now){if(answer.status===null)return{cause:UNSENT.
get(answer.code)??"lost",status:null,detail:answer.code,wait:null};let cause=causeOf(answer);return cause&&failure(cause,
answer,now)}function queryFailureOf(answer,now){let failed=failureOf(answer,now);if(failed||answer.status===null)return failed;
let{data,errors}=record(answer.data),cause=queryCauseOf(isObject(data),list(errors).map(record),answer);return cause&&failure(
cause,answer,now)}function causeOf(answer){let{status,data}=answer;return status>=200&&status<300?status===204||isObject(
data)?null:"lost":(status===403||status===429)&&limitOf(answer)?limitOf(answer):CAUSES.get(status)??(status>=400&&status<
500?"invalid":"lost")}function limitOf({headers,data}){return"retry-after"in headers?"throttled":headers["x-ratelimit-re\
maining"]==="0"?"exhausted":isThrottling(record(data).message)?"throttled":null}function isThrottling(message){let words=string(
message).toLowerCase();return words.includes("secondary rate limit")||words.includes("abuse detection")}function queryCauseOf(hasData,errors,answer){
let types=errors.map(({type})=>type);return types.includes("RATE_LIMITED")||types.includes("RATE_LIMIT")||errors.some(({
message})=>isThrottling(message))?limitOf(answer)??"throttled":hasData?null:types.includes("FORBIDDEN")||types.includes(
"INSUFFICIENT_SCOPES")?"forbidden":errors.some(({extensions})=>"code"in record(extensions))?"invalid":"lost"}function failure(cause,{
status,headers,data},now){let detail=cause==="lost"?String(status):cause==="moved"?"":said(cause,record(data));return{cause,
status,detail:detail.slice(0,LONGEST_DETAIL).toWellFormed(),wait:waitOf(cause,headers,now)}}function said(cause,{message,
errors}){let[first]=list(errors).map(error=>string(record(error).message));return(cause==="invalid"?list(errors).map(fieldOf).
filter(Boolean).join(", "):"")||string(message)||first||""}function fieldOf(error){let{field,code}=record(error);return`${string(
field)} ${string(code)}`.trim()||string(error)}function waitOf(cause,headers,now){let asked=retryAfter(string(headers["r\
etry-after"]),now);if(asked!==null)return asked;let reset=Number(headers["x-ratelimit-reset"])*1e3;return cause==="exhau\
sted"&&reset>0?Math.max(0,reset-now):cause==="throttled"||cause==="exhausted"?MINUTE:null}function retryAfter(value,now){
let seconds=value.trim()===""?NaN:Number(value),wait=Number.isNaN(seconds)?Date.parse(value)-now:seconds*1e3;return Number.
isNaN(wait)?null:Math.max(0,wait)}function record(value){return isObject(value)?value:{}}function isObject(value){return typeof value==
"object"&&value!==null&&!(value instanceof ArrayBuffer)}function list(value){return Array.isArray(value)?value:[]}function string(value){
return typeof value=="string"?value:""}async function sendWithRetries({client,budget},request2,failureOf2,retries){let lost=!1;for(let attempt=0;;attempt+=1){let answer=await client.
send(request2,budget.left),failure2=failureOf2(answer,budget.clock.now());if(lost||=failure2?.cause==="lost",!failure2||
attempt>=(retries[failure2.cause]??0)||!await budget.again(attempt,failure2.wait))return{data:answer.status===null?null:
answer.data,failure:failure2,lost}}}var MOST_OF_COMMENT=8192,DEEPEST=48,RETRIES={unsent:3,lost:3,throttled:3,exhausted:3,gone:2};async function read(session,{
text,variables,delay}){await session.budget.wait(delay);let request2={method:"POST",url:session.client.graphql,parameters:{
query:text,variables},mayMove:!0},{data,failure:failure2}=await sendWithRetries(session,request2,queryFailureOf,RETRIES);
return failure2?{trouble:failedRequest("read",failure2,!1)}:{body:lean(data)}}function lean(value){let left=[[value,0]];
for(let next=left.pop();next;next=left.pop()){let[parent,depth]=next;if("viewerDidAuthor"in parent&&"body"in parent&&parent.
viewerDidAuthor!==!0){let body=typeof parent.body=="string"?parent.body:"";parent.body=body.includes("/")?body.slice(0,MOST_OF_COMMENT):
""}for(let[name,child]of Object.entries(parent))typeof child=="bigint"?Object.assign(parent,{[name]:String(child)}):typeof child==
"string"&&!child.isWellFormed()?Object.assign(parent,{[name]:child.toWellFormed()}):typeof child=="object"&&child!==null&&
(depth<DEEPEST?left.push([child,depth+1]):Object.assign(parent,{[name]:null}))}return value}function pace(client,clock,pause){let last=clock.now()-pause,count=0;return{...client,sent:()=>count,send:async(request2,most)=>{
if(request2.url===client.graphql)return client.send(request2,most);let wait=last+pause-clock.now();wait>0&&await clock.sleep(
wait),count+=1;let answer=await client.send(request2,most-Math.max(wait,0));return last=clock.now(),answer}}}var CLOCK={now:Date.now,sleep:(milliseconds,{signal}={})=>new Promise(resolve=>{let timer=setTimeout(resolve,milliseconds);
signal?.addEventListener("abort",()=>(clearTimeout(timer),resolve()),{once:!0})})},BUDGET=3e5,REPORT_BUDGET=54e5,SWEEP_BUDGET=3e6,
WRITE_PAUSE=1e3,FIRST_PAUSE=1e3,TimeBudget=class{#end;constructor(clock,budget=BUDGET){this.clock=clock,this.#end=clock.
now()+budget}get left(){return this.#end-this.clock.now()}async wait(milliseconds){return milliseconds>=this.left?!1:(milliseconds>
0&&await this.clock.sleep(milliseconds),!0)}again(attempt,asked){let{random=Math.random}=this.clock;return this.wait(asked===
null?FIRST_PAUSE*2**attempt*(.5+random()):asked+FIRST_PAUSE*random())}};var HEADERS=["content-type","location","retry-after","x-ratelimit-remaining","x-ratelimit-reset"];function transport(env){
let agents=new Map;return(address,init)=>{let url=new URL(address),http=process.getBuiltinModule(url.protocol==="https:"?
"node:https":"node:http"),agent=agents.get(url.protocol)??new http.Agent({keepAlive:!0,proxyEnv:env});return agents.set(
url.protocol,agent),exchange(http,url,agent,init)}}function exchange(http,url,agent,{method,headers,body,signal}){return new Promise(
(resolve,reject)=>{let request2=http.request(url,{agent,method,headers,signal});request2.on("error",reject),request2.on(
"response",message=>collect(message,url).then(resolve,reject)),request2.end(body)})}async function collect(message,url){
let chunks=[],length=0;for await(let chunk of message)if(chunks.push(chunk),length+=chunk.length,length>67108864)throw Object.
assign(new Error("the response is too long"),{code:"EMSGSIZE"});let bytes=Buffer.concat(chunks);return{status:message.statusCode??
0,url:url.href,headers:new Map(HEADERS.flatMap(name=>name in message.headers?[[name,String(message.headers[name])]]:[])),
text:async()=>bytes.toString("utf8"),arrayBuffer:async()=>new Uint8Array(bytes).buffer}}var WHEN_REPEATABLE={unsent:3,lost:3,throttled:3},WHEN_NOT={unsent:3},ONCE=["post-comment","edit-description"];function retriesOf(kind){
return kind==="edit-description"?{}:ONCE.includes(kind)?WHEN_NOT:WHEN_REPEATABLE}async function write(session,target,change){
let request2=requestOf(target,change),{data,failure:failure2,lost}=await sendWithRetries(session,request2,failureOf,retriesOf(
change.kind));return failure2?recover(session,target,change,failure2,lost):change.kind==="post-comment"?posted(data):{id:null}}
async function recover(session,target,change,failure2,lost){return isDone(change,failure2)?{id:null}:failure2.status===422&&
"shorter"in change&&change.shorter!==""&&change.shorter!==change.body?write(session,target,{...change,body:change.shorter,
shorter:""}):ONCE.includes(change.kind)&&failure2.cause==="throttled"&&await session.budget.again(0,failure2.wait)?{trouble:{
...failedRequest(change.kind,failure2,lost),kind:"doubtful"}}:{trouble:failedRequest(change.kind,failure2,lost)}}function isDone({
kind},{cause,status,detail}){switch(kind){case"create-label":return status===422&&detail.includes("already_exists");case"\
remove-label":return status===404;case"delete-comment":return cause==="gone";default:return!1}}function posted(comment){
let{id}=comment;return Number.isSafeInteger(id)||typeof id=="bigint"?{id:String(id)}:{trouble:{doing:"post-comment",kind:"\
doubtful",status:201,detail:"no id"}}}function requestOf({owner,repo,number},change){let labels=`/repos/${owner}/${repo}\
/labels`,issue=`/repos/${owner}/${repo}/issues/${number}`,comment=`/repos/${owner}/${repo}/issues/comments/{id}`;switch(change.
kind){case"describe-issue":case"edit-description":return to("PATCH",issue,{body:change.body});case"create-label":return to(
"POST",`${labels}`,{name:change.name,color:change.color,description:change.description});case"add-labels":return to("POS\
T",`${issue}/labels`,{labels:change.names});case"remove-label":return to("DELETE",`${issue}/labels/{name}`,{name:segment(
change.name)});case"post-comment":return to("POST",`${issue}/comments`,{body:change.body});case"update-comment":return to(
"PATCH",comment,{id:segment(change.id),body:change.body});case"delete-comment":return to("DELETE",comment,{id:segment(change.
id)});case"add-reaction":return to("POST",`${comment}/reactions`,{id:segment(change.comment),content:change.content})}}function to(method,url,parameters){
return{method,url,parameters}}function segment(name){if(["",".",".."].includes(name))throw new Error("not a segment of a\
 path");return name}function connect(env,token,world){return open(env,token,BUDGET,world)}function connectForSweep(env,token,world){return open(
env,token,SWEEP_BUDGET,world)}function connectForReport(env,token,world){return open(env,token,REPORT_BUDGET,world)}function open(env,token,budget,{
fetch=transport(env),clock=CLOCK}={}){let client=openClient({token,api:env.GITHUB_API_URL||"https://api.github.com",graphql:env.
GITHUB_GRAPHQL_URL||"https://api.github.com/graphql",fetch,clock}),paced=pace(client,clock,WRITE_PAUSE),session={client:paced,
budget:new TimeBudget(clock,budget)},[owner="",repo=""]=(env.GITHUB_REPOSITORY??"").split("/");return{now:()=>clock.now(),
sent:paced.sent,ask:query=>read(session,query),write:(number,change)=>write(session,{owner,repo,number},change)}}0&&(module.exports={connect,connectForReport,connectForSweep});
/*! Bundled license information:

content-type/dist/index.js:
  (*!
   * content-type
   * Copyright(c) 2015 Douglas Christopher Wilson
   * MIT Licensed
   *)

@octokit/request-error/dist-src/index.js:
  (* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist *)

@octokit/request/dist-bundle/index.js:
  (* v8 ignore next -- @preserve *)
  (* v8 ignore else -- @preserve *)

@octokit/graphql/dist-bundle/index.js:
  (* v8 ignore if -- @preserve *)
*/
