/// <reference types="@tarojs/taro" />
declare module '*.png';
declare module '*.scss';
declare module '*.css';

/** WeChat's own, for what is handed to it as it is (src/custom-tab-bar). */
declare function Component(options: object): void;
