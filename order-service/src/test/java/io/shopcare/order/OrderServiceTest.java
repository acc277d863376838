package io.shopcare.order;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

import io.shopcare.platform.testkit.services.ServiceTest;

/** {@link ServiceTest} with the payment provider's side of the wire, and an ear at the database. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ServiceTest
@Import({ProviderOfTests.class, DatabaseCalls.class})
public @interface OrderServiceTest {
}
