package io.shopcare.crm.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

import io.shopcare.platform.testkit.services.ServiceTest;

/** The whole service with broker and database, in the week after the story of the contract. */
@ServiceTest
@Import(CrmTestConfiguration.class)
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CrmTest {
}
