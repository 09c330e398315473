package dev.hufu.kernel.bill;

/**
 * What a row says in the bill's own words, trimmed; an empty word for "/" and for nothing.
 *
 * @param type 交易类型, 交易分类, 摘要
 * @param item 商品, 商品说明, 订单标题
 * @param method 支付方式; on a bill of a bank the card
 * @param status 当前状态
 * @param note 备注
 * @param where where it was paid, if the bill tells: a place, a channel, a country
 */
public record BillWords(
    String type, String item, String method, String status, String note, String where) {}
