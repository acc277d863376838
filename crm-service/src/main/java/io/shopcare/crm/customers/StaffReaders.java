package io.shopcare.crm.customers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/** For those who work with customers, in their shops: what tells of many customers is for no buyer. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@PreAuthorize("hasAnyRole('crm', 'supervisor', 'manager', 'presales', 'aftersales', 'service')")
public @interface StaffReaders {
}
