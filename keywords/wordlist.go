package keywords

import "strings"

// The words that decide where a phrase may begin and end. They are about the
// grammar of official Chinese, not about any subject: none of them is itself
// policy wording.

// A wordClass is a set of the properties below.
type wordClass uint8

const (
	function  wordClass = 1 << iota // neither begins nor ends a phrase, and borders one
	lightVerb                       // may begin a phrase; before or behind one it is a border
	noEnd                           // does not end a phrase
	noInner                         // does not stand inside a phrase
)

var functionWords = `
的 地 得 之 所 了 着 过 们 等 等等
和 与 及 以及 同 跟 或 或者 并 并且 而 而且 且 但 但是 不仅 不但 既 又 也 都 还 则 即 如 若 如果 因 因为 因此 由于 所以 虽然 只有 只要 无论 不论 从而 进而 以便
在 于 对 对于 关于 至于 以 用 将 把 被 让 使 使得 给 为 为了 向 往 从 自 由 到 至 经 按 按照 依照 根据 依据 通过 随着 围绕 针对 结合 除 除了 沿 当 比 较
是 有 没有 无 要 应 应当 应该 必须 须 需 需要 可 可以 能 能够 会 将要 愿 敢 得以 不 没 未 不得 不能 不要
就 才 再 已 已经 正 正在 曾 均 皆 共 约 仅 只 更 更加 最 很 十分 非常 特别 尤其 极其 进一步 不断 继续 积极 切实 大力 着力 努力 始终 一直 仍 仍然 逐步 同时 首先 其次
我 我们 你 你们 他 他们 她 她们 它 它们 自己 大家 其 其他 其它 其中 此 该 本 这 那 这些 那些 这个 那个 这里 各 每 某 各项 各类 各级 各种 有关 相关 一些 一切 所有 任何 什么 怎么
一个 一批 一系列 一项 一种 一次 个 项 件 家 名 次 人次 户 亩 公里 吨 元 万元 亿元 万亿元 万 亿 倍 年 月 日 时 年度
上 下 中 内 外 前 后 里 间 以上 以下 以内 以外 以来 以前 以后 之一 之间 之后 之前 左右 当中 方面 起 来 去 好
今年 去年 明年 今后 当前 目前 现在 近年来 近年 一年来 过去 此外
达 达到 超过 占 称 作为 做 进行 予以 给予 加以 包括 分别 例如 比如 表示 指出 认为`

var lightVerbs = `
加强 加快 加大 推进 推动 推行 推广 实施 实行 实现 开展 开辟 促进 提升 提高 增强 强化 优化 深化 完善 健全 建立 建立健全 构建 打造 建设 建成 创建 创新 培育 培养 发展 壮大 扩大 拓展 拓宽 巩固 维护 保障 保持 保护 改善 改进 增加 减少 降低 缩小
坚持 贯彻 落实 贯彻落实 执行 遵循 把握 抓住 抓好 抓紧 做好 搞好 办好 用好 管好 解决 破解 化解 防范 消除 制定 出台 颁布 提出 组织 统筹 协调 引导 鼓励 支持 扶持 帮助 规范 管理 监督 完成 取得 形成 获得 突出 突破 注重 探索 研究 学习 宣传 启动 设立 成立 参与 利用 使用 运用 发挥 充分发挥 确保 力争 争取 全面 深入 扎实 稳步 有序 持续 严格 认真 合理 基本 新增 增长 依法 大力发展 大力推进 加快推进 深入推进 扎实推进 深入实施 全力 高度重视 服务 打好 打赢`

// Words that end a clause rather than a phrase: verbs that still want their
// object, adjectives that still want their noun, and nouns that say nothing.
var noEndWords = `
加强 加快 加大 推进 推动 实施 实行 实现 开展 促进 提升 提高 增强 强化 完善 健全 建立 构建 打造 培育 扩大 拓展 改善 增加 减少 降低 坚持 贯彻 落实 解决 制定 提出 提供 取得 形成 引导 鼓励 支持 保持 继续 作出 成为 走向 突破 增长 下降 完成 发挥 确保 组织 召开 举办 印发
明显 显著 重要 主要 重大 重点 有效 积极 全面 深入 扎实 有序 稳步 统筹 持续 基本 充分 突出 新型 现代 高质量 高水平 高标准 高效 更好 更多 更高 特别 一次性 大型 优质
方面 问题 情况 情况下 过程 过程中 基础上 力度 步伐 水平上 条件下 时候 地步 以上 我国 我省 我市 全省 全市`

var noInnerWords = `是 了 着 过 要 应 应当 必须 需要 可以 我们 也 都 就 在 把 将 被 已 已经 正在 等 进一步 以及 更加 不断 继续 中 上 下 提出 包括 有 没有 为了 如果 通过 按照 根据`

var wordClasses = func() map[string]wordClass {
	m := make(map[string]wordClass)
	for list, class := range map[string]wordClass{
		functionWords: function, lightVerbs: lightVerb, noEndWords: noEnd, noInnerWords: noInner,
	} {
		for _, w := range strings.Fields(list) {
			m[w] |= class
		}
	}
	return m
}()
