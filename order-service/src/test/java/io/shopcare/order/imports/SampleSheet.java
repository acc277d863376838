package io.shopcare.order.imports;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import io.shopcare.platform.json.Json;

/**
 * Writes {@code samples/orders-2000.csv}: 2,000 rows as a platform exports them, always the same. People are made up and
 * look it. Some 2 % of the rows are bad in known ways; some orders are right and the audit has to hold them.
 */
final class SampleSheet {
    static final Path FILE = Path.of("samples", "orders-2000.csv");
    static final int ROWS = 2000;
    static final String HEADER = "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,"
            + "买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,"
            + "订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,分销商Id,分销商店铺名称,订单关闭原因,卖家服务费,"
            + "买家服务费,发票抬头,定金排名,修改后的sku,修改后的收货地址,异常信息,卡券抵扣,积分抵扣,是否是O2O交易";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 9, 8, 0);
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final List<String> PLACES = List.of("浙江省 杭州市 西湖区 文新街道", "浙江省 杭州市 上城区 凯旋街道",
            "浙江省 宁波市 鄞州区 下应街道", "浙江省 金华市 义乌市 稠城街道", "江苏省 南京市 鼓楼区 宁海路街道", "江苏省 苏州市 姑苏区 平江街道",
            "上海 上海市 徐汇区 天平路街道", "上海 上海市 浦东新区 陆家嘴街道", "北京 北京市 海淀区 中关村街道", "北京 北京市 朝阳区 望京街道",
            "广东省 广州市 天河区 石牌街道", "广东省 深圳市 南山区 粤海街道", "四川省 成都市 武侯区 浆洗街街道", "湖北省 武汉市 洪山区 珞南街道",
            "湖南省 长沙市 岳麓区 橘子洲街道", "山东省 青岛市 市南区 香港中路街道", "福建省 厦门市 思明区 筼筜街道", "陕西省 西安市 雁塔区 小寨路街道",
            "辽宁省 大连市 中山区 桂林街道", "重庆 重庆市 渝中区 解放碑街道", "河南省 郑州市 金水区 文化路街道", "安徽省 合肥市 蜀山区 三里庵街道",
            "新疆维吾尔自治区 乌鲁木齐市 天山区 新华北路街道", "黑龙江省 哈尔滨市 南岗区 奋斗路街道");
    private static final List<String> ROADS = List.of("示例路", "样板街", "演示大道", "测试巷");
    private static final List<String> REMARKS = List.of("", "", "", "", "", "", "", "", "请尽快发货", "送人的,请包好", "工作日送",
            "请用礼盒");

    private final Random random = new Random(20_261_110);
    private final List<JsonNode> catalogue = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private int orders;

    private SampleSheet() throws IOException {
        Json.WIRE.readTree(Path.of("samples", "catalogue-nuanyang.json").toFile()).forEach(entry -> {
            if (entry.has("sku") && entry.path("onSale").asBoolean())
                catalogue.add(entry);
        });
    }

    static String text() throws IOException {
        var sheet = new SampleSheet();
        while (sheet.rows.size() < ROWS)
            sheet.addOrder();
        var out = new StringWriter();
        out.append(HEADER).append("\r\n");
        try (var csv = new CSVPrinter(out, CSVFormat.EXCEL)) {
            for (var row : sheet.rows.subList(0, ROWS))
                csv.printRecord((Object[]) row);
        }
        return out.toString();
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    private void addOrder() {
        orders++;
        int items = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(2);
        items = Math.min(items, ROWS - rows.size());
        var placed = MONDAY.plusSeconds(orders * 40L + random.nextInt(30));
        var common = new String[SheetColumn.ALL];
        Arrays.fill(common, "");
        set(common, SheetColumn.ORDER_NO, "=\"" + (3_026_110_900_000_000L + orders * 7919L) + "\"");
        set(common, SheetColumn.MEMBER, "sample_member_" + (1 + random.nextInt(900)));
        common[2] = "example***";
        common[5] = common[7] = common[9] = "0";
        set(common, SheetColumn.STATUS, "买家已付款,等待卖家发货");
        set(common, SheetColumn.REMARK, REMARKS.get(random.nextInt(REMARKS.size())));
        int surname = random.nextInt(SURNAMES.length());
        set(common, SheetColumn.RECEIVER, SURNAMES.substring(surname, surname + 1) + "测试");
        set(common, SheetColumn.ADDRESS, address());
        common[14] = "快递";
        set(common, SheetColumn.MOBILE, "'" + phone());
        set(common, SheetColumn.CREATED, TIME.format(placed));
        set(common, SheetColumn.PAID_AT, TIME.format(placed.plusSeconds(20 + random.nextInt(900))));
        common[20] = "1";
        common[37] = "手机订单";
        for (int item = 0; item < items; item++)
            rows.add(spoiled(item(common, item)));
    }

    private String[] item(String[] common, int item) {
        var row = common.clone();
        var sku = catalogue.get(random.nextInt(catalogue.size()));
        int quantity = random.nextInt(12) == 0 ? 2 + random.nextInt(2) : 1;
        var goods = new BigDecimal(sku.at("/price/amount").asText()).multiply(BigDecimal.valueOf(quantity));
        if (random.nextInt(8) == 0)
            goods = goods.subtract(new BigDecimal("10.00")).max(new BigDecimal("1.00"));
        var freight = item == 0 && random.nextInt(9) == 0 ? new BigDecimal("12.00") : new BigDecimal("0.00");
        var code = sku.path("sku").asText();
        if (random.nextInt(120) == 0)
            code = random.nextBoolean() ? "COAT-WOOL-GREEN-L" : "OLD-SKU-" + random.nextInt(9);
        set(row, SheetColumn.GOODS, goods.toPlainString());
        set(row, SheetColumn.FREIGHT, freight.toPlainString());
        set(row, SheetColumn.TOTAL, goods.add(freight).toPlainString());
        set(row, SheetColumn.PAID, goods.add(freight).toPlainString());
        set(row, SheetColumn.TITLE, sku.path("title").asText() + " [" + code + "]");
        set(row, SheetColumn.QUANTITY, Integer.toString(quantity));
        return row;
    }

    /** One row in fifty can't be taken. */
    private String[] spoiled(String[] row) {
        if (random.nextInt(50) != 0)
            return row;
        switch (random.nextInt(8)) {
            case 0 -> set(row, SheetColumn.QUANTITY, "0");
            case 1 -> set(row, SheetColumn.GOODS, "一百元");
            case 2 -> set(row, SheetColumn.TOTAL, "9999.99");
            case 3 -> set(row, SheetColumn.PAID_AT, "昨天下午");
            case 4 -> set(row, SheetColumn.STATUS, "等待买家付款");
            case 5 -> set(row, SheetColumn.TITLE, "羊毛大衣 没有编码");
            case 6 -> set(row, SheetColumn.RECEIVER, "");
            default -> {
                return Arrays.copyOf(row, 30);
            }
        }
        return row;
    }

    private String address() {
        int kind = random.nextInt(40);
        if (kind == 0)
            return "杭州市 中学旁边";
        var place = PLACES.get(random.nextInt(PLACES.size()));
        var road = ROADS.get(random.nextInt(ROADS.size()));
        if (kind == 1)
            return place + " " + road + "小学对面";
        return place + " " + road + (1 + random.nextInt(400)) + "号" + (1 + random.nextInt(20)) + "幢"
                + (101 + random.nextInt(900)) + "室";
    }

    private String phone() {
        return random.nextInt(60) == 0
                ? "12345"
                : "138" + "%08d".formatted(random.nextInt(10_000)); // 1380000xxxx
    }

    private static void set(String[] row, SheetColumn column, String value) {
        row[List.of(HEADER.split(",")).indexOf(column.header())] = value;
    }
}
