import type { Pay } from '@/services/types'

export interface Trade {
  code: string
  name: string
  highRisk: boolean
}

const trade = (code: string, name: string, highRisk = false): Trade => ({ code, name, highRisk })

/** Trades of the national platform for real-name management of construction workers, the ones a site asks for most. */
export const TRADES: Trade[] = [
  trade('010', '砌筑工'),
  trade('020', '钢筋工'),
  trade('030', '架子工', true),
  trade('040', '混凝土工'),
  trade('050', '模板工'),
  trade('060', '机械设备安装工'),
  trade('070', '通风工'),
  trade('080', '起重工', true),
  trade('100', '电气设备安装工'),
  trade('110', '管道工'),
  trade('130', '建筑电工', true),
  trade('160', '桩机操作工'),
  trade('170', '起重信号工', true),
  trade('180', '起重机械安装拆卸工', true),
  trade('190', '装饰装修工'),
  trade('210', '门窗幕墙安装工'),
  trade('230', '防水工'),
  trade('240', '木工'),
  trade('270', '焊工', true),
  trade('300', '测量放线工'),
  trade('416', '起重机驾驶员', true),
  trade('435', '消防安装工'),
  trade('501', '绿化工'),
  trade('000', '其他'),
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
