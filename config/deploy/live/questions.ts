/** What is asked, in the order it is asked, in words for whoever reads the answers. */
export const questions: Readonly<Record<string, string>> = {
  context: '云函数拿到的上下文和 Node 版本',
  'milliseconds-of-a-read': '读一个文档要多少毫秒(只量,不比)',
  'duplicate-id': '同一个 _id 加两次,报什么错',
  'update-that-changes-nothing': '改成一样的值,updated 是几',
  'update-and-return-that-changes-nothing': 'updateAndReturn 改成一样的值,updated 是几',
  'update-of-nothing': '改不存在的文档,updated 是几',
  'set-of-the-same': '同样的内容 set 两次',
  'collection-that-is-not-there': '集合不存在,报什么错',
  'field-names': '什么字段名存得进、读得回',
  nesting: '文档能套多少层',
  'read-of-nothing-inside': '事务里读不存在的文档,得到什么',
  'snapshot-taken': '事务的快照在什么时候取',
  'two-writes': '两个事务改同一个文档',
  'write-of-the-same-against-a-write': '先有人改成一样的值,另一个事务再改,算不算冲突',
  'write-against-a-write-of-the-same': '先有人改,另一个事务再改成一样的值,算不算冲突',
  'ordinary-write-against-an-open-one': '事务没提交时,普通的写等不等',
  'write-skew': '各读两份、各改一份,是不是都能提交',
  'where-update-inside': '事务里的 where().update 在不在事务里',
  'requests-in-one': '一个事务里能发多少次请求',
  'read-after-commit': '提交之后马上读,会不会读到旧的',
  'dead-after-thirty-seconds': '事务过了 30 秒,提交报什么错',
  'document-size': '一个文档最大多少 MB',
  'transaction-size': '一个事务最多写多少 MB',
  'answer-size-and-unindexed-sort': '一次读最多多少 MB;没有索引的排序',
  'in-on-ids': 'in 最多放多少个编号',
  'mongodb-version': '认得哪个版本的 MongoDB 才有的写法',
  'query-time': '一次查询算到多久会被停下(数列长度)',
  'caller-before': '上一个人的身份会不会留在进程里',
  'stored-file': '文件地址过期没过期、不带签名能不能读',
};

/** Numbers of the machine rather than of how it behaves. */
export const onlyMeasured: readonly string[] = ['milliseconds-of-a-read', 'query-time'];

/** Long, or held to a time: asked by the command, not by every run of the tests. */
export const slowQuestions: readonly string[] = [
  'requests-in-one',
  'dead-after-thirty-seconds',
  'document-size',
  'transaction-size',
  'answer-size-and-unindexed-sort',
];
