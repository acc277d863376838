package io.shopcare.order;

import io.shopcare.platform.testkit.services.TestPerson;

/** Who works in, and buys from, the shops of the tests. */
public final class People {
    public static final TestPerson LIN = TestPerson.buyer("lin", "nuanyang");
    public static final TestPerson TOM = TestPerson.buyer("tom", "harbor");
    public static final TestPerson MEI = TestPerson.staff("mei", "presales", "nuanyang");
    public static final TestPerson AN = TestPerson.staff("an", "auditor", "nuanyang");
    public static final TestPerson HAI = TestPerson.staff("hai", "auditor", "nuanyang");
    public static final TestPerson BO = TestPerson.staff("bo", "auditor", "harbor");
    public static final TestPerson FANG = TestPerson.staff("fang", "finance", "nuanyang");
    public static final TestPerson KU = TestPerson.staff("ku", "store-keeper", "nuanyang");
    public static final TestPerson ZHU = TestPerson.staff("zhu", "supervisor", "nuanyang");
    public static final TestPerson AFTERSALE = TestPerson.service("aftersale-service");

    private People() {}
}
