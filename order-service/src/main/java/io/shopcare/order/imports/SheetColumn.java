package io.shopcare.order.imports;

/** The columns of a Taobao-style export that are read; the sheet has 38. */
enum SheetColumn {
    ORDER_NO("订单编号"), MEMBER("买家会员名"), GOODS("买家应付货款"), FREIGHT("买家应付邮费"), TOTAL("总金额"), PAID("买家实际支付金额"), STATUS(
            "订单状态"),
    REMARK("买家留言"), RECEIVER("收货人姓名"), ADDRESS("收货地址"), SHIPPING("运送方式"), TELEPHONE("联系电话"), MOBILE("联系手机"), CREATED(
            "订单创建时间"),
    PAID_AT("订单付款时间"), TITLE("宝贝标题"), QUANTITY(
            "宝贝总数量"),
    SELLER_REMARK("订单备注"), INVOICE_TITLE("发票抬头"), CHANGED_SKU("修改后的sku"), CHANGED_ADDRESS("修改后的收货地址");

    /** How many columns a row has. */
    static final int ALL = 38;

    private final String header;

    SheetColumn(String header) {
        this.header = header;
    }

    /** As the sheet's first row has it. */
    String header() {
        return header;
    }
}
