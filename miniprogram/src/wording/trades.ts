import type { Pay } from '@/services/types'

export interface Trade {
  code: string
  name: string
}

const trade = (code: string, name: string): Trade => ({ code, name })

/** Trades of the national code table (建筑工人工种, 2020 set), in the service's own selection and words. */
export const TRADES: Trade[] = [
  trade('010', '砌筑工'),
  trade('020', '钢筋工'),
  trade('030', '架子工'),
  trade('031', '附着升降脚手架安装拆卸工'),
  trade('032', '高处作业吊篮操作工'),
  trade('040', '混凝土工'),
  trade('050', '模板工'),
  trade('060', '机械设备安装工'),
  trade('070', '通风工'),
  trade('080', '安装起重工'),
  trade('090', '安装钳工'),
  trade('100', '电气设备安装调试工'),
  trade('110', '管道工'),
  trade('120', '变电安装工'),
  trade('130', '建筑电工'),
  trade('131', '弱电工'),
  trade('140', '司泵工'),
  trade('150', '挖掘铲运和桩工机械司机'),
  trade('160', '桩机操作工'),
  trade('170', '起重信号工'),
  trade('180', '建筑起重机械安装拆卸工'),
  trade('190', '装饰装修工'),
  trade('210', '门窗幕墙安装工'),
  trade('230', '防水工'),
  trade('240', '木工'),
  trade('250', '石工'),
  trade('270', '电焊工'),
  trade('300', '测量放线工'),
  trade('380', '金属工'),
  trade('401', '水暖工'),
  trade('416', '起重机驾驶员'),
  trade('421', '电梯安装维修工'),
  trade('431', '外墙保温工'),
  trade('437', '装配式建筑施工员'),
  trade('440', '灌浆工'),
  trade('501', '园林绿化工'),
  trade('000', '其他工种'),
]

interface Basis {
  basis: Pay['basis']
  unit: string
  label: string
}

export const BASES: Basis[] = [
  { basis: 'daily', unit: '天', label: '按天算' },
  { basis: 'hourly', unit: '小时', label: '按小时算' },
  { basis: 'monthly', unit: '月', label: '按月算' },
  { basis: 'piece', unit: '㎡', label: '按平方米算' },
  { basis: 'piece', unit: 'm³', label: '按立方米算' },
  { basis: 'piece', unit: '米', label: '按米算' },
  { basis: 'piece', unit: '吨', label: '按吨算' },
  { basis: 'quota', unit: '项', label: '按定额算' },
]
