package io.shopcare.acceptance.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.shopcare.acceptance.failure.Accepted.Deed;
import io.shopcare.platform.ids.Ids;

/** A platform's sheet is brought in. */
final class Importing implements Errand {
    private static final int ORDERS = 12;
    private static final String HEADER = "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,"
            + "买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,"
            + "订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,分销商Id,分销商店铺名称,订单关闭原因,卖家服务费,"
            + "买家服务费,发票抬头,定金排名,修改后的sku,修改后的收货地址,异常信息,卡券抵扣,积分抵扣,是否是O2O交易";

    @Override
    public void run(Shop shop, Random dice) {
        var numbers = new ArrayList<String>();
        var sheet = new StringBuilder(HEADER).append('\n');
        for (int order = 0; order < ORDERS; order++) {
            var number = Ids.next();
            numbers.add(number);
            sheet.append(row(number, "struck_member_" + dice.nextInt(40), Shop.anySku(dice)));
        }
        var boundary = Ids.next();
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"struck.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + sheet + "\r\n--" + boundary + "--\r\n";
        var key = Ids.next();
        var started = shop.client().insist("an import", () -> shop.client().as("an").with("Idempotency-Key", key)
                .with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post("/api/order/imports?shop=" + Shop.NAME, body)).expect(202);
        var importId = started.at("/importId");
        shop.client().until("the end of import " + importId,
                () -> shop.client().get("an", "/api/order/imports/" + importId),
                seen -> seen.at("/state/stage").equals("finished"));
        shop.accepted().note(new Deed.SheetTaken(importId, List.copyOf(numbers)));
    }

    private static String row(String number, String member, String sku) {
        return String.join(",", number, member, "example***", "49.00", "0.00", "0", "49.00", "0", "49.00", "0",
                "\"买家已付款,等待卖家发货\"", "", Shop.PERSONAL.get(1), "浙江省 杭州市 西湖区 文新街道 " + Shop.PERSONAL.get(2), "快递", "",
                Shop.PERSONAL.get(0), "2026-11-09 08:01:02", "2026-11-09 08:12:06", "物件 [" + sku + "]", "1", "", "", "",
                "1", "", "", "", "", "", "", "", "", "", "", "", "", "手机订单") + "\n";
    }
}
