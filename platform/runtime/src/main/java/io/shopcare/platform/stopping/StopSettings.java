package io.shopcare.platform.stopping;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param drain how long a program serves on after it has said that it goes: longer than balancers take to notice */
@ConfigurationProperties("shopcare.platform.stop")
record StopSettings(@DefaultValue("1s") Duration drain) {}
